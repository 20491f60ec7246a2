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
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// Runs every [StartupCheck], and stops the start if one fails.
///
/// As an extension, because what throws here is a failed deployment in one line. What throws when an EJB starts is
/// logged by the server with hundreds of lines of stack traces.
public class StartupChecks implements Extension {

    private static final int DEFAULT_PORT = 9080;

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
            new StartFailure(unreadable, null).log(port(config));
            return;
        }
        List<RuntimeException> failures = failures(beans);
        if (!failures.isEmpty()) {
            StartFailure failure = StartFailure.of(failures);
            failure.log(port(config));
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

    // A port that makes no sense is one of the failures; then the server opens its own default, or none.
    private static HttpPort port(Config config) {
        try {
            return new HttpPort(
                    config.getOptionalValue("http.port", Integer.class).orElse(DEFAULT_PORT));
        } catch (IllegalArgumentException nonsense) {
            return new HttpPort(DEFAULT_PORT);
        }
    }
}
