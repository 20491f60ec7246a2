package tickertape.web.start;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/// Leaves out the features that are off. As features know only foundations, the others are whole without them.
public class FeatureSwitch implements Extension {

    private final Set<String> found = new HashSet<>();
    private Set<String> off = Set.of();

    void begin(@Observes BeforeBeanDiscovery begin) {
        off = FeatureSettings.off(ConfigProvider.getConfig());
    }

    <T> void find(@Observes ProcessAnnotatedType<T> type) {
        if (off.isEmpty()) {
            return;
        }
        String feature = FeatureSettings.of(type.getAnnotatedType().getJavaClass());
        found.add(feature);
        if (off.contains(feature)) {
            type.veto();
        }
    }

    void check(@Observes AfterBeanDiscovery end) {
        end.<StartupCheck>addBean()
                .types(StartupCheck.class)
                .createWith(context -> (StartupCheck) () -> FeatureSettings.check(off, found));
    }
}
