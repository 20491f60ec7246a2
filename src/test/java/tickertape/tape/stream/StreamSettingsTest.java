package tickertape.tape.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The defaults that the README promises, and what is refused at the start.
class StreamSettingsTest {

    private final StreamSettings settings = new StreamSettings();

    @Test
    void defaultsAreAsPromised() {
        assertThat(settings.checked()).isSameAs(settings);
        assertThat(settings.heartbeat).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.backlog).isEqualTo(10_000);
        assertThat(settings.burst).isEqualTo(1000);
        assertThat(settings.lag).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.retry).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void refusalNamesTheSettingItsBoundAndTheValue() {
        settings.heartbeat = Duration.ofMillis(99);

        assertThatThrownBy(settings::checked).hasMessage("stream.heartbeat must be at least PT0.1S, not PT0.099S");
    }

    @Test
    void backlogBurstLagAndRetryHaveBoundsToo() {
        StreamSettings backlog = new StreamSettings();
        backlog.backlog = 0;
        StreamSettings burst = new StreamSettings();
        burst.burst = -1;
        StreamSettings lag = new StreamSettings();
        lag.lag = Duration.ofMillis(-1);
        StreamSettings retry = new StreamSettings();
        retry.retry = Duration.ZERO;

        assertThatThrownBy(backlog::checked).hasMessageContaining("stream.backlog");
        assertThatThrownBy(burst::checked).hasMessageContaining("stream.burst");
        assertThatThrownBy(lag::checked).hasMessageContaining("stream.lag");
        assertThatThrownBy(retry::checked).hasMessageContaining("stream.retry");
    }
}
