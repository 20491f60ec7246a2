package tickertape.alerts.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickertape.alerts.AlertSamples;

/// How often an alert fires, and how long it rests.
class RepetitionTest {

    @Test
    void whatRepeatsHasAPause() {
        assertThat(Repetition.of("once", Optional.empty())).isEqualTo(Repetition.ONCE);
        assertThat(Repetition.of("always", Optional.empty()).pause()).isEqualTo(Duration.ofMinutes(5));
        assertThat(Repetition.of("always", Optional.of("PT24H")).pause()).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "often, , once or always",
        "once, PT5M, only for alerts that repeat",
        "always, PT1S, from PT1M to PT24H",
        "always, PT25H, from PT1M to PT24H",
        "always, long, no duration such as PT5M"
    })
    void whatMakesNoSenseIsRefused(String repeat, String pause, String detail) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Repetition.of(repeat, Optional.ofNullable(pause)))
                .withMessageContaining(detail);
    }

    @Test
    void restIsNeverLongerThanThePauseWhateverTheClockSays() {
        Instant until = AlertSamples.NOON.plusSeconds(300);
        Alert one = AlertSamples.alert("a", AlertSamples.above("1.00"), AlertSamples.ALWAYS);
        var resting = new Alert(
                one.id(),
                one.owner(),
                one.symbol(),
                one.condition(),
                one.repetition(),
                null,
                "",
                Alert.State.RESTING,
                2,
                until,
                AlertSamples.NOON,
                one.created(),
                2);

        assertThat(resting.restAt(until.minusSeconds(10))).isEqualTo(Duration.ofSeconds(10));
        assertThat(resting.restAt(until)).isZero();
        assertThat(resting.restAt(until.minus(Duration.ofDays(30)))).isEqualTo(AlertSamples.ALWAYS.pause());
    }
}
