package tickertape.chat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.testing.FakeTime;
import tickertape.web.ProblemException;

/// However long somebody goes on, no more is remembered than counts.
class SendLimitsTest {

    private static final int RATE = 5;

    private final FakeTime time = new FakeTime();
    private final SendLimits limits = new SendLimits(RATE, time::nanoTime);

    @Test
    void whoOnlyChangesMessagesFillsNoMemory() {
        for (int i = 0; i < 1_000; i++) {
            limits.acceptChange("ann", "floor", "text " + i);
            time.pass(Duration.ofSeconds(3));
        }

        // Those of half a minute, in which the same must not be said again.
        assertThat(limits.remembered("ann")).isEqualTo(10);
        assertThat(limits.remembered("ben")).isZero();
    }

    /// Each reads the same as "Buy ❤ now": another case, other spaces, wide letters, and characters that nobody sees.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Buy \u2764 now",
                "BUY \u2764 NOW",
                "Buy  \u2764\nnow",
                "Buy \u2764\uFE0F now",
                "\u200EBuy \u2764 now\u200F",
                "\uFF22uy\u3000\u2764 now"
            })
    void textThatReadsTheSameIsTheSame(String text) {
        limits.accept("ann", "floor", "Buy \u2764 now");

        assertThatThrownBy(() -> limits.accept("ann", "floor", text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("just said that");
        limits.accept("ann", "AAPL", text);
        limits.accept("ann", "floor", text + "!");
        limits.accept("ben", "floor", text);
    }
}
