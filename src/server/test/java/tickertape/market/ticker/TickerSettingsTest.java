package tickertape.market.ticker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ticker's settings: their defaults and their limits.
class TickerSettingsTest {

    private final TickerSettings settings = new TickerSettings();

    @Test
    void everyDefaultIsAsDocumented() {
        assertThat(settings.interval()).isEqualTo(Duration.parse("PT0.25S"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M0.001S", "P365D", "PT2562047788015H", "-PT1S"})
    void otherIntervalsAreRefusedByName(String interval) {
        settings.interval = Duration.parse(interval);

        assertThatIllegalArgumentException()
                .isThrownBy(settings::interval)
                .withMessage("ticker.interval must be from PT0.05S to PT1M, not " + settings.interval);
    }

    @Test
    void intervalIsAtLeastFiftyMilliseconds() {
        settings.interval = Duration.ofMillis(50);
        assertThat(settings.interval()).isEqualTo(Duration.ofMillis(50));

        settings.interval = Duration.ofMillis(49);
        assertThatIllegalArgumentException().isThrownBy(settings::interval).withMessageContaining("PT0.049S");
    }
}
