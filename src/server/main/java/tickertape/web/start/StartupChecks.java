package tickertape.web.start;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.web.OsgiFramework;

/// Runs every [StartupCheck], and stops the start if one fails.
///
/// As an extension, because what throws here is a failed deployment in one line. What throws when an EJB starts is
/// logged by the server with hundreds of lines of stack traces.
public class StartupChecks implements Extension {

    private static final Logger LOG = System.getLogger(StartupChecks.class.getName());

    /// What Liberty registers at the end of its start, also if no port could be opened.
    private static final String STARTED = "com.ibm.ws.kernel.feature.ServerStarted";

    /// MicroProfile Config makes its settings known at the same event, at the default priority.
    private static final int AFTER_CONFIG = Interceptor.Priority.LIBRARY_AFTER;

    private final List<Class<?>> settings = new ArrayList<>();

    void find(@Observes @WithAnnotations(ConfigProperties.class) ProcessAnnotatedType<?> type) {
        Class<?> found = type.getAnnotatedType().getJavaClass();
        if (found.isAnnotationPresent(ConfigProperties.class)) {
            settings.add(found);
        }
    }

    void run(@Observes @Priority(AFTER_CONFIG) AfterDeploymentValidation end, BeanManager beans) {
        Config config = ConfigProvider.getConfig();
        var types = new SettingTypes(config);
        List<String> unreadable = settings.stream().flatMap(types::faults).toList();
        if (!unreadable.isEmpty()) {
            // MicroProfile Config has refused them already, and a second refusal would only add lines.
            new StartFailure(unreadable, null).log(started(beans));
            return;
        }
        List<RuntimeException> failures = failures(beans);
        if (!failures.isEmpty()) {
            StartFailure failure = StartFailure.of(failures);
            failure.log(started(beans));
            end.addDeploymentProblem(failure);
        }
    }

    private static List<RuntimeException> failures(BeanManager beans) {
        List<RuntimeException> failures = new ArrayList<>();
        for (Instance.Handle<StartupCheck> check : beans.createInstance()
                .select(StartupCheck.class, Any.Literal.INSTANCE)
                .handles()) {
            try {
                check.get().run();
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        return failures;
    }

    /// Whether all is over: a server waits some seconds only for an application that takes its time to fail.
    private static BooleanSupplier started(BeanManager beans) {
        try {
            var framework = new OsgiFramework(beans.getClass());
            // If it can't be asked, it fails here, and not when the line is due.
            var _ = framework.has(STARTED);
            return () -> framework.has(STARTED) && !StartingApplications.exist();
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            LOG.log(Level.DEBUG, "this server does not tell when it has started", unknown);
            return () -> false;
        }
    }
}
