package tickertape.trading.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Seasons begin and end by the clock of the exchange.
class SeasonCalendarTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        "P1M, 2026-12-01T04:59:59Z, 2026-11, 2026-11-01T04:00:00Z, 2026-12-01T05:00:00Z",
        "P1M, 2026-12-01T05:00:00Z, 2026-12, 2026-12-01T05:00:00Z, 2027-01-01T05:00:00Z",
        "P1W, 2027-01-01T12:00:00Z, 2026-W53, 2026-12-28T05:00:00Z, 2027-01-04T05:00:00Z",
        "P1D, 2026-11-29T12:00:00Z, 2026-11-29, 2026-11-29T05:00:00Z, 2026-11-30T05:00:00Z",
        "PT1M, 2026-11-29T12:00:59Z, 2026-11-29T12:00:00Z, 2026-11-29T12:00:00Z, 2026-11-29T12:01:00Z",
    })
    void seasonOfAMomentIsKnown(String length, Instant now, String name, Instant begin, Instant end) {
        assertThat(new SeasonCalendar(length, ZONE).at(now)).isEqualTo(new Season(name, begin, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P2M", "month", "", "PT1S", "PT25H", "-PT1H"})
    void otherLengthsAreRefused(String length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeasonCalendar(length, ZONE))
                .withMessageStartingWith("trading.season must be ");
    }

    @Test
    void eachSeasonBeginsWhereTheOneBeforeEnds() {
        var calendar = new SeasonCalendar("P1M", ZONE);
        Season season = calendar.at(Instant.parse("2026-01-15T00:00:00Z"));
        for (int i = 0; i < 24; i++) {
            Season next = calendar.at(season.end());
            assertThat(next.begin()).isEqualTo(season.end());
            season = next;
        }
    }
}
