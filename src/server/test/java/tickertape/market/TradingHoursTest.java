package tickertape.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickertape.market.TradingHours.Span;

/// Hours are by the clock of their zone, on their days, but not on holidays.
class TradingHoursTest {

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private static final TradingHours HONG_KONG = new TradingHours(
            ZoneId.of("Asia/Hong_Kong"),
            List.of(span("09:30", "12:00"), span("13:00", "16:00")),
            WEEKDAYS,
            Set.of(LocalDate.parse("2026-12-25")));

    /// They begin on the evening before.
    private static final TradingHours CHICAGO = new TradingHours(
            ZoneId.of("America/Chicago"),
            List.of(span("17:00", "16:00")),
            EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY),
            Set.of(LocalDate.parse("2026-12-24")));

    private static final TradingHours ALWAYS =
            new TradingHours(ZoneId.of("UTC"), List.of(span("00:00", "00:00")), WEEKDAYS, Set.of());

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T01:29:59Z, false", // Monday, 09:29:59
        "2026-11-23T01:30:00Z, true",
        "2026-11-23T03:59:59Z, true",
        "2026-11-23T04:00:00Z, false",
        "2026-11-23T05:00:00Z, true",
        "2026-11-23T08:00:00Z, false",
        "2026-11-22T02:00:00Z, false", // Sunday
        "2026-12-25T02:00:00Z, false" // a holiday
    })
    void exchangeHasLunchWeekendsAndHolidays(Instant now, boolean isOpen) {
        assertThat(HONG_KONG.isOpen(now)).isEqualTo(isOpen);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T22:59:59Z, false", // Sunday, 16:59:59
        "2026-11-22T23:00:00Z, true",
        "2026-11-23T21:59:59Z, true", // Monday, 15:59:59
        "2026-11-23T22:00:00Z, false",
        "2026-11-23T23:00:00Z, true",
        "2026-11-27T21:59:59Z, true", // Friday, from Thursday on
        "2026-11-27T23:00:00Z, false",
        "2026-12-24T21:00:00Z, true", // from the day before the holiday on
        "2026-12-25T15:00:00Z, false",
        "2026-07-05T22:00:00Z, true" // in summer, an hour earlier
    })
    void hoursMayGoOnUntilTheNextDay(Instant now, boolean isOpen) {
        assertThat(CHICAGO.isOpen(now)).isEqualTo(isOpen);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T00:00:00Z, true", "2026-11-27T23:59:59Z, true", "2026-11-28T00:00:00Z, false"})
    void sameTimeTwiceIsAWholeDay(Instant now, boolean isOpen) {
        assertThat(ALWAYS.isOpen(now)).isEqualTo(isOpen);
    }

    private static Span span(String from, String to) {
        return new Span(LocalTime.parse(from), LocalTime.parse(to));
    }
}
