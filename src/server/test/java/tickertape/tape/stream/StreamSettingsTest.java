package tickertape.tape.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tickertape.tape.ConflationPolicy;

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
        assertThat(settings.subscribers).isEqualTo(10_000);
        assertThat(settings.subscribersPerAddress).isZero();
        assertThat(settings.rotation).isZero();
        assertThat(settings.conflation()).isEqualTo(new ConflationPolicy(1000, Duration.ofSeconds(1)));
    }

    @Test
    void refusalNamesTheSettingItsBoundAndTheValue() {
        settings.heartbeat = Duration.ofMillis(99);

        assertThatThrownBy(settings::checked).hasMessage("stream.heartbeat must be from PT0.1S to PT1H, not PT0.099S");
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsenseIsRefused(String name, Consumer<StreamSettings> change) {
        change.accept(settings);

        assertThatThrownBy(settings::checked).hasMessageStartingWith(name + " must be");
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                nonsense("stream.backlog", settings -> settings.backlog = 0),
                nonsense("stream.backlog", settings -> settings.backlog = 2_000_000_000),
                nonsense("stream.lag", settings -> settings.lag = Duration.ofHours(9_999_999)),
                nonsense("stream.burst", settings -> settings.burst = -1),
                nonsense("stream.lag", settings -> settings.lag = Duration.ofMillis(-1)),
                nonsense("stream.retry", settings -> settings.retry = Duration.ZERO),
                nonsense("stream.subscribers", settings -> settings.subscribers = 0),
                nonsense("stream.subscribers-per-address", settings -> settings.subscribersPerAddress = -1),
                nonsense("stream.rotation", settings -> settings.rotation = Duration.ofSeconds(-1)),
                nonsense("stream.rotation", settings -> settings.rotation = Duration.ofMillis(1)),
                nonsense("stream.retry", settings -> settings.retry = Duration.ofDays(1)),
                nonsense("stream.heartbeat", settings -> settings.heartbeat = Duration.ofSeconds(Long.MAX_VALUE)));
    }

    private static Arguments nonsense(String name, Consumer<StreamSettings> change) {
        return Arguments.of(name, change);
    }
}
