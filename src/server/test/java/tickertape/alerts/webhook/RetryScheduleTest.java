package tickertape.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Waits grow, and differ.
class RetryScheduleTest {

    private final RetrySchedule schedule = new RetrySchedule(new SplittableRandom(1));

    @ParameterizedTest
    @CsvSource({"1, PT5S", "2, PT10S", "3, PT20S", "6, PT2M40S", "11, PT1H25M20S", "12, PT2H", "13, PT2H", "1000, PT2H"
    })
    void eachWaitIsTwiceTheOneBeforeUpToTwoHours(int attempts, Duration mean) {
        List<Duration> waits =
                Stream.generate(() -> schedule.after(attempts)).limit(1000).toList();

        assertThat(waits)
                .allSatisfy(wait -> assertThat(wait)
                        .isBetween(
                                mean.multipliedBy(3).dividedBy(4),
                                mean.multipliedBy(5).dividedBy(4)));
        assertThat(Set.copyOf(waits)).hasSizeGreaterThan(500);
    }

    @Test
    void aDayHasSomeTwentyAttempts() {
        Duration day = IntStream.rangeClosed(1, 21).mapToObj(schedule::after).reduce(Duration.ZERO, Duration::plus);

        assertThat(day).isBetween(Duration.ofHours(18), Duration.ofHours(28));
    }
}
