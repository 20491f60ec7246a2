package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickertape.history.BarSpan.Ended;
import tickertape.wire.CandleMark;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// Bars say which halts and silences touch them.
class BarMarksTest {

    private static final Symbol ACME = new Symbol("ACME");
    private static final BarCalendar CALENDAR = new BarCalendar(ZoneId.of("America/New_York"));
    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private final BarBook book = new BarBook(ACME, CALENDAR);
    private final List<Ended> ended = new ArrayList<>();

    @Test
    void barInWhichAHaltBeginsAndTheOneInWhichItEndsSaySo() {
        trade(1, "10.00", "1");
        book.status(time(1), QuoteStatus.HALTED);
        at(200);
        trade(201, "11.00", "1");
        book.status(time(201), QuoteStatus.TRADING);
        at(240);
        trade(241, "11.00", "1");
        at(300);

        assertThat(minutes())
                .extracting(bar -> bar.marks().list())
                .containsExactly(List.of(CandleMark.HALTED), List.of(CandleMark.HALTED), List.of());
    }

    @Test
    void silenceIsAGap() {
        trade(1, "10.00", "1");
        book.status(time(10), QuoteStatus.STALE);
        at(60);

        assertThat(minutes().getFirst().marks().list()).containsExactly(CandleMark.GAP);
    }

    @ParameterizedTest
    @CsvSource({"STALE, GAP", "HALTED, HALTED"})
    void barInWhichItEndsBeforeAnythingTradesSaysSo(QuoteStatus status, CandleMark mark) {
        trade(1, "10.00", "1");
        book.status(time(2), status);
        book.status(time(80), QuoteStatus.TRADING);
        trade(85, "11.00", "1");
        trade(121, "11.00", "1");
        at(180);

        assertThat(minutes())
                .extracting(bar -> bar.marks().list())
                .containsExactly(List.of(mark), List.of(mark), List.of());
    }

    @Test
    void silenceOfAFeedWithoutTradesIsAGapToItsEnd() {
        book.quote(time(1), new BigDecimal("10.00"));
        book.status(time(2), QuoteStatus.STALE);
        book.status(time(80), QuoteStatus.TRADING);
        book.quote(time(80), new BigDecimal("11.00"));
        at(120);

        assertThat(minutes()).extracting(bar -> bar.marks().list()).allMatch(marks -> marks.contains(CandleMark.GAP));
    }

    @Test
    void haltIsNoPartOfTheMinuteBefore() {
        trade(1, "10.00", "1");
        book.status(time(60), QuoteStatus.HALTED);
        at(60);

        assertThat(minutes().getFirst().marks().list()).isEmpty();
    }

    @Test
    void minuteOfMarksAloneEndsToo() {
        at(1);
        book.status(time(1), QuoteStatus.HALTED);
        at(60);

        assertThat(ended)
                .filteredOn(one -> one.interval() == Interval.MINUTE)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.bar()).isNull();
                    assertThat(one.marks().list()).containsExactly(CandleMark.HALTED);
                });
    }

    private void trade(double second, String price, String size) {
        book.trade(time(second), new BigDecimal(price), new BigDecimal(size));
        ended.addAll(book.takeEnded());
    }

    private void at(double second) {
        book.advance(time(second));
        ended.addAll(book.takeEnded());
    }

    private static Instant time(double second) {
        return NOON.plusMillis(Math.round(second * 1000));
    }

    private List<Bar> minutes() {
        return ended.stream()
                .filter(one -> one.interval() == Interval.MINUTE && one.bar() != null)
                .map(Ended::bar)
                .toList();
    }
}
