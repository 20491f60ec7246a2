package tickertape.web.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/// Leaves out the features that are off. As features know only foundations, the others are whole without them.
public class FeatureSwitch implements Extension {

    private final Set<String> found = new HashSet<>();
    private final Set<Type> missed = new HashSet<>();
    private Set<String> off = Set.of();

    void begin(@Observes BeforeBeanDiscovery begin) {
        off = FeatureSettings.off(ConfigProvider.getConfig());
    }

    // Those that are beans, or make some.
    <T> void find(
            @Observes
                    @WithAnnotations({
                        ApplicationScoped.class,
                        RequestScoped.class,
                        Dependent.class,
                        Inject.class,
                        Produces.class
                    })
                    ProcessAnnotatedType<T> type) {
        if (off.isEmpty()) {
            return;
        }
        String feature = FeatureSettings.of(type.getAnnotatedType().getJavaClass());
        found.add(feature);
        if (off.contains(feature)) {
            if (type.getAnnotatedType().isAnnotationPresent(Path.class)) {
                type.getAnnotatedType().getFields().forEach(field -> miss(field, feature));
            }
            type.veto();
        }
    }

    // The server makes resources also without CDI, and has all that they want injected. Nobody calls these.
    private void miss(AnnotatedField<?> field, String feature) {
        String type = field.getBaseType().getTypeName();
        if (field.isAnnotationPresent(Inject.class) && type.contains("tickertape." + feature + ".")) {
            missed.add(field.getBaseType());
        }
    }

    void complete(@Observes AfterBeanDiscovery end) {
        missed.forEach(type -> end.addBean().types(type).createWith(context -> null));
        end.<StartupCheck>addBean().types(StartupCheck.class).createWith(context ->
                (StartupCheck) () -> FeatureSettings.check(off, found));
    }
}
