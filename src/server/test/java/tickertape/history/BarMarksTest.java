package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.history.BarBookRun.time;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickertape.wire.CandleMark;
import tickertape.wire.QuoteStatus;

/// Bars say which halts and silences touch them.
class BarMarksTest {

    private final BarBookRun run = new BarBookRun();
    private final BarBook book = run.book();

    @Test
    void barInWhichAHaltBeginsAndTheOneInWhichItEndsSaySo() {
        run.trade(1, "10.00", "1");
        run.status(1, QuoteStatus.HALTED);
        run.at(200);
        run.trade(201, "11.00", "1");
        run.status(201, QuoteStatus.TRADING);
        run.at(240);
        run.trade(241, "11.00", "1");
        run.at(300);

        assertThat(run.minutes())
                .extracting(bar -> bar.marks().list())
                .containsExactly(List.of(CandleMark.HALTED), List.of(CandleMark.HALTED), List.of());
    }

    @Test
    void silenceIsAGap() {
        run.trade(1, "10.00", "1");
        run.status(10, QuoteStatus.STALE);
        run.at(60);

        assertThat(run.minutes().getFirst().marks().list()).containsExactly(CandleMark.GAP);
    }

    @ParameterizedTest
    @CsvSource({"STALE, GAP", "HALTED, HALTED"})
    void barInWhichItEndsBeforeAnythingTradesSaysSo(QuoteStatus status, CandleMark mark) {
        run.trade(1, "10.00", "1");
        run.status(2, status);
        run.status(80, QuoteStatus.TRADING);
        run.trade(85, "11.00", "1");
        run.trade(121, "11.00", "1");
        run.at(180);

        assertThat(run.minutes())
                .extracting(bar -> bar.marks().list())
                .containsExactly(List.of(mark), List.of(mark), List.of());
    }

    @Test
    void silenceOfAFeedWithoutTradesIsAGapToItsEnd() {
        book.quote(time(1), new BigDecimal("10.00"));
        run.status(2, QuoteStatus.STALE);
        run.status(80, QuoteStatus.TRADING);
        book.quote(time(80), new BigDecimal("11.00"));
        run.at(120);

        assertThat(run.minutes())
                .extracting(bar -> bar.marks().list())
                .allMatch(marks -> marks.contains(CandleMark.GAP));
    }

    @Test
    void haltIsNoPartOfTheMinuteBefore() {
        run.trade(1, "10.00", "1");
        run.status(60, QuoteStatus.HALTED);
        run.at(60);

        assertThat(run.minutes().getFirst().marks().list()).isEmpty();
    }

    @Test
    void minuteOfMarksAloneEndsToo() {
        run.at(1);
        run.status(1, QuoteStatus.HALTED);
        run.at(60);

        assertThat(run.ended())
                .filteredOn(one -> one.interval() == Interval.MINUTE)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.bar()).isNull();
                    assertThat(one.marks().list()).containsExactly(CandleMark.HALTED);
                });
    }
}
