package tickertape.market.ticker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The ticker's settings: their defaults and their limits.
class TickerSettingsTest {

    private final TickerSettings settings = new TickerSettings();

    @Test
    void everyDefaultIsAsDocumented() {
        assertThat(settings.interval()).isEqualTo(Duration.parse("PT0.25S"));
    }

    @Test
    void intervalIsAtLeastFiftyMilliseconds() {
        settings.interval = Duration.ofMillis(50);
        assertThat(settings.interval()).isEqualTo(Duration.ofMillis(50));

        settings.interval = Duration.ofMillis(49);
        assertThatIllegalArgumentException().isThrownBy(settings::interval).withMessageContaining("PT0.049S");
    }
}
