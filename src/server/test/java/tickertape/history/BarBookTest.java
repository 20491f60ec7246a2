package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.history.BarBookRun.ACME;
import static tickertape.history.BarBookRun.NOON;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tickertape.history.BarBook.Known;
import tickertape.history.BarBook.Recovered;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;

/// How trades become bars.
class BarBookTest {

    private final BarBookRun run = new BarBookRun();
    private final BarBook book = run.book();

    @Test
    void barIsWhatItsTradesAddUpTo() {
        run.trade(1, "10.00", "100");
        run.trade(2, "10.50", "50");
        run.trade(3, "9.00", "1.5");
        run.trade(59, "9.50", "0.5");
        run.at(60);

        Candle candle = minute(0).candle(ACME, Interval.MINUTE, true);
        assertThat(candle)
                .isEqualTo(new Candle(
                        ACME,
                        "PT1M",
                        NOON,
                        decimal("10.00"),
                        decimal("10.50"),
                        decimal("9.00"),
                        decimal("9.50"),
                        decimal("152"),
                        4,
                        // 1543.25 / 152
                        decimal("10.1530"),
                        true,
                        List.of()));
    }

    @Test
    void barEndsWithTheMomentInWhichTheNextBegins() {
        run.trade(59, "10.00", "1");
        run.at(59.999);
        assertThat(run.minutes()).isEmpty();

        run.at(60);

        assertThat(run.minutes()).hasSize(1);
    }

    @Test
    void tradeOfTheNextMinuteEndsTheBarToo() {
        run.trade(59, "10.00", "1");
        run.trade(60, "11.00", "1");

        assertThat(run.minutes()).extracting(bar -> bar.close().toString()).containsExactly("10.00");
    }

    @Test
    void thereIsNoBarWhereNothingTraded() {
        run.trade(1, "10.00", "1");
        run.at(600);
        run.trade(601, "11.00", "1");
        run.at(660);

        assertThat(run.minutes()).extracting(Bar::start).containsExactly(NOON, NOON.plusSeconds(600));
    }

    @Test
    void lateTradeCountsNowBecauseABarThatHasEndedNeverChanges() {
        run.trade(59, "10.00", "1");
        run.at(61);
        run.trade(58, "20.00", "1");
        run.at(120);

        assertThat(run.minutes()).extracting(Bar::start).containsExactly(NOON, NOON.plusSeconds(60));
        assertThat(minute(1).high()).isEqualByComparingTo("20.00");
    }

    @Test
    void volumeOfZeroHasNoMeanPrice() {
        run.trade(1, "10.00", "0.00");
        run.at(60);

        Candle candle = minute(0).candle(ACME, Interval.MINUTE, true);
        assertThat(candle.vwap()).isNull();
        assertThat(candle.volume()).isEqualTo(BigDecimal.ZERO);
        assertThat(candle.trades()).isOne();
    }

    @Test
    void pricesMayBeNegative() {
        run.trade(1, "-37.63", "2");
        run.trade(2, "-40.32", "1");
        run.at(60);

        assertThat(minute(0).low()).isEqualByComparingTo("-40.32");
        assertThat(minute(0).candle(ACME, Interval.MINUTE, true).vwap()).isEqualByComparingTo("-38.5267");
    }

    @Test
    void withoutTradesTheMiddleOfTheQuotesMakesBars() {
        book.quote(NOON.plusSeconds(1), decimal("10.005"));
        book.quote(NOON.plusSeconds(2), decimal("10.015"));
        run.at(60);

        Candle candle = minute(0).candle(ACME, Interval.MINUTE, true);
        assertThat(candle.open()).isEqualByComparingTo("10.005");
        assertThat(candle.close()).isEqualByComparingTo("10.015");
        assertThat(candle.trades()).isZero();
        assertThat(candle.marks()).containsExactly(CandleMark.QUOTES);
    }

    @Test
    void onceThereAreTradesOnlyTheyCount() {
        book.quote(NOON.plusSeconds(1), decimal("99.00"));
        run.trade(2, "10.00", "1");
        run.at(60);

        assertThat(minute(0).high()).isEqualByComparingTo("10.00");
        assertThat(minute(0).marks().list()).isEmpty();
    }

    @Test
    void minuteThatWasCutByARestartIsOneBar() {
        Bar before = Bar.of(NOON, decimal("9.00"), decimal("3")).with(Marks.NONE.plus(CandleMark.RESTART));
        run.trade(30, "10.00", "1");

        book.recover(NOON.plusSeconds(29), new Known(List.of(new Recovered(Interval.MINUTE, before)), NOON));
        run.at(60);

        assertThat(run.minutes()).hasSize(1);
        assertThat(minute(0).open()).isEqualByComparingTo("9.00");
        assertThat(minute(0).close()).isEqualByComparingTo("10.00");
        assertThat(minute(0).volume()).isEqualByComparingTo("4");
        assertThat(minute(0).marks().list()).containsExactly(CandleMark.RESTART);
    }

    @Test
    void minuteThatEndedWhileTheServerWasDownEndsNow() {
        Bar before = Bar.of(NOON.minusSeconds(600), decimal("9.00"), decimal("3"));

        run.at(0);
        book.recover(NOON, new Known(List.of(new Recovered(Interval.MINUTE, before)), NOON));
        run.at(0);

        assertThat(run.minutes()).containsExactly(before);
        assertThat(book.span(Interval.MINUTE).bar()).isNull();
    }

    private Bar minute(int index) {
        return run.minutes().get(index);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
