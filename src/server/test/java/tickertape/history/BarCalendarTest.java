package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Where bars begin and end.
class BarCalendarTest {

    private static final BarCalendar NEW_YORK = new BarCalendar(ZoneId.of("America/New_York"));

    @ParameterizedTest
    @CsvSource({
        "SECOND, 2026-11-23T14:31:17Z, 2026-11-23T14:31:18Z",
        "MINUTE, 2026-11-23T14:31:00Z, 2026-11-23T14:32:00Z",
        "FIVE_MINUTES, 2026-11-23T14:30:00Z, 2026-11-23T14:35:00Z",
        "QUARTER, 2026-11-23T14:30:00Z, 2026-11-23T14:45:00Z",
        "HOUR, 2026-11-23T14:00:00Z, 2026-11-23T15:00:00Z",
        "DAY, 2026-11-23T05:00:00Z, 2026-11-24T05:00:00Z",
        "WEEK, 2026-11-23T05:00:00Z, 2026-11-30T05:00:00Z"
    })
    void barsBeginAtRoundTimesOfTheExchange(Interval interval, Instant start, Instant end) {
        Instant time = Instant.parse("2026-11-23T14:31:17.123456Z");

        assertThat(NEW_YORK.start(interval, time)).isEqualTo(start);
        assertThat(NEW_YORK.end(interval, start)).isEqualTo(end);
    }

    @Test
    void dayHasAnHourLessWhenClocksGoForward() {
        Instant start = NEW_YORK.start(Interval.DAY, Instant.parse("2026-03-08T16:00:00Z"));

        assertThat(start).isEqualTo("2026-03-08T05:00:00Z");
        assertThat(NEW_YORK.end(Interval.DAY, start)).isEqualTo("2026-03-09T04:00:00Z");
    }

    @Test
    void hourThatComesTwiceIsTwoBars() {
        Instant first = NEW_YORK.start(Interval.HOUR, Instant.parse("2026-11-01T05:30:00Z"));
        Instant second = NEW_YORK.start(Interval.HOUR, Instant.parse("2026-11-01T06:30:00Z"));

        assertThat(NEW_YORK.end(Interval.HOUR, first)).isEqualTo(second);
    }

    @Test
    void hoursOfIndiaBeginAtHalfPastOfUtc() {
        var india = new BarCalendar(ZoneId.of("Asia/Kolkata"));

        assertThat(india.start(Interval.HOUR, Instant.parse("2026-11-23T04:10:00Z")))
                .isEqualTo("2026-11-23T03:30:00Z");
    }

    /// Clocks of Lord Howe change by half an hour.
    @ParameterizedTest
    @EnumSource(Interval.class)
    void eachMomentIsInExactlyOneBar(Interval interval) {
        var random = new Random(42);
        for (String zone : new String[] {"America/New_York", "Australia/Lord_Howe", "America/Santiago", "UTC"}) {
            var calendar = new BarCalendar(ZoneId.of(zone));
            Instant year = Instant.parse("2026-01-01T00:00:00Z");
            for (int i = 0; i < 2000; i++) {
                Instant time = year.plus(
                        Duration.ofMillis(random.nextLong(Duration.ofDays(365).toMillis())));
                Instant start = calendar.start(interval, time);
                Instant end = calendar.end(interval, start);

                assertThat(time).as("%s in %s", interval, zone).isBetween(start, end.minusNanos(1));
                assertThat(calendar.start(interval, start)).isEqualTo(start);
                assertThat(calendar.start(interval, end)).isEqualTo(end);
                assertThat(calendar.start(interval, end.minusNanos(1))).isEqualTo(start);
            }
        }
    }
}
