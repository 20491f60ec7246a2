package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tickertape.market.Instrument;
import tickertape.market.PastBar;
import tickertape.market.feed.simulation.Pace;
import tickertape.market.feed.simulation.TradingDay;

/// The past that a simulated market begins with.
class SimulatedPastTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("2026-11-27T17:00:00Z");
    private static final List<Instrument> INSTRUMENTS = InstrumentList.first(10);

    private final List<PastBar> bars = past(7);

    @Test
    void fiveDaysHaveMinutesAndAYearHasDays() {
        for (Instrument instrument : INSTRUMENTS) {
            assertThat(of(instrument, true)).hasSize(5 * 390);
            assertThat(of(instrument, false)).hasSize(261);
        }
    }

    @Test
    void allIsWithinSessionsBeforeToday() {
        assertThat(bars).allSatisfy(bar -> {
            ZonedDateTime time = bar.start().atZone(NEW_YORK);
            assertThat(time.toLocalTime()).isBetween(LocalTime.of(9, 30), LocalTime.of(15, 59));
            assertThat(time.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(time.toLocalDate()).isBefore(LocalDate.of(2026, 11, 27));
        });
    }

    @Test
    void lastMinuteAndLastDayCloseAtTheReferencePrice() {
        for (Instrument instrument : INSTRUMENTS) {
            assertThat(of(instrument, true).getLast().close()).isEqualByComparingTo(instrument.referencePrice());
            assertThat(of(instrument, false).getLast().close()).isEqualByComparingTo(instrument.referencePrice());
        }
    }

    @Test
    void minutesAddUpToTheirDays() {
        Instrument instrument = INSTRUMENTS.getFirst();
        PastBar day = of(instrument, false).getLast();
        List<PastBar> minutes = of(instrument, true).stream()
                .filter(minute -> !minute.start().isBefore(day.start()))
                .toList();

        assertThat(minutes).hasSize(390);
        assertThat(day.open()).isEqualTo(minutes.getFirst().open());
        assertThat(day.volume())
                .isEqualTo(minutes.stream().mapToLong(PastBar::volume).sum());
        assertThat(day.high())
                .isEqualTo(minutes.stream()
                        .map(PastBar::high)
                        .max(BigDecimal::compareTo)
                        .orElseThrow());
    }

    @Test
    void minutesJoinUpAndSessionsDoNot() {
        List<PastBar> minutes = of(INSTRUMENTS.getFirst(), true);
        for (int i = 1; i < minutes.size(); i++) {
            PastBar before = minutes.get(i - 1);
            PastBar after = minutes.get(i);
            if (after.start().equals(before.start().plus(Duration.ofMinutes(1)))) {
                assertThat(after.open()).isEqualTo(before.close());
            }
        }
    }

    /// The figures of the instrument list: volatility of a minute within a factor, and a year that stays in bounds.
    @Test
    void volatilityIsTheInstruments() {
        for (Instrument instrument : INSTRUMENTS) {
            double sum = of(instrument, true).stream()
                    .mapToDouble(bar ->
                            Math.log(bar.close().doubleValue() / bar.open().doubleValue()))
                    .map(logReturn -> logReturn * logReturn)
                    .average()
                    .orElseThrow();
            double basisPoints = Math.sqrt(sum) * 1e4;
            assertThat(basisPoints / instrument.volatility().doubleValue())
                    .as(instrument.symbol().text())
                    .isBetween(0.6, 1.7);
            assertThat(of(instrument, false))
                    .allSatisfy(bar -> assertThat(bar.low().doubleValue()
                                    / instrument.referencePrice().doubleValue())
                            .isBetween(0.3, 3.0));
        }
    }

    @Test
    void sameSeedGivesTheSamePast() {
        assertThat(past(7)).isEqualTo(bars);
        assertThat(past(8)).isNotEqualTo(bars);
    }

    private static List<PastBar> past(long seed) {
        List<PastBar> bars = new ArrayList<>();
        Duration interval = Duration.ofMillis(250);
        new SimulatedFeed(INSTRUMENTS, seed, TradingDay.endless(interval), Pace.BURSTY).past(NOW, NEW_YORK, bars::add);
        return bars;
    }

    private List<PastBar> of(Instrument instrument, boolean minute) {
        return bars.stream()
                .filter(bar -> bar.minute() == minute && bar.symbol().equals(instrument.symbol()))
                .sorted(Comparator.comparing(PastBar::start))
                .collect(Collectors.toList());
    }
}
