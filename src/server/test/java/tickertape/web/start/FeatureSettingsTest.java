package tickertape.web.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A feature can be left out, and nothing else.
class FeatureSettingsTest {

    private static final Set<String> FOUND = Set.of("alerts", "trading", "market", "quotes", "");

    @Test
    void featureIsNamedByItsPackage() {
        assertThat(FeatureSettings.of(FeatureSettings.class)).isEqualTo("web");
        assertThat(FeatureSettings.of(String.class)).isEmpty();
    }

    @Test
    void featuresCanBeOff() {
        assertThatCode(() -> FeatureSettings.check(Set.of("alerts", "trading"), FOUND))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alarms", "market", "quotes", ""})
    void whatIsNoFeatureOrIsNeededIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureSettings.check(Set.of(name), FOUND))
                .withMessage("features.off '%s' is no feature that a server can do without", name);
    }
}
