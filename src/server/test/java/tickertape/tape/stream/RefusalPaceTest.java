package tickertape.tape.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;

/// The more clients wait for a place, the later each is asked back.
class RefusalPaceTest {

    private final FakeTime time = new FakeTime();
    private final RefusalPace pace = new RefusalPace(time::nanoTime);

    @Test
    void whoWaitsAloneIsAskedBackAtTheUsualTime() {
        for (int i = 0; i < 100; i++) {
            assertThat(pace.next()).isZero();
            time.pass(Duration.ofSeconds(3));
        }
    }

    @Test
    void crowdIsAskedBackOneAfterTheOther() {
        assertThat(LongStream.generate(pace::next).limit(4)).containsExactly(0L, 5L, 10L, 15L);
    }

    @Test
    void noMoreComeBackInASecondThanTheServerLikes() {
        long last = LongStream.generate(pace::next)
                .limit(RefusalPace.A_SECOND * 10L + 1)
                .max()
                .orElseThrow();

        assertThat(last).isEqualTo(10_000);
    }

    @Test
    void nobodyStaysAwayForLongerThanTheLongestTime() {
        LongStream.generate(pace::next)
                .limit(100_000)
                .forEach(wait -> assertThat(wait).isLessThanOrEqualTo(RefusalPace.LONGEST.toMillis()));
    }

    @Test
    void crowdThatHasGoneIsForgotten() {
        LongStream.generate(pace::next).limit(100_000).forEach(wait -> {});

        time.pass(RefusalPace.LONGEST.plusSeconds(1));

        assertThat(pace.next()).isZero();
    }
}
