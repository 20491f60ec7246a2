package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tickertape.history.BarBook.Recovered;
import tickertape.history.BarSpan.Ended;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;
import tickertape.wire.Symbol;

/// How trades become bars.
class BarBookTest {

    private static final Symbol ACME = new Symbol("ACME");
    private static final BarCalendar CALENDAR = new BarCalendar(ZoneId.of("America/New_York"));
    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private final BarBook book = new BarBook(ACME, CALENDAR);
    private final List<Ended> ended = new ArrayList<>();

    @Test
    void barIsWhatItsTradesAddUpTo() {
        trade(1, "10.00", "100");
        trade(2, "10.50", "50");
        trade(3, "9.00", "1.5");
        trade(59, "9.50", "0.5");
        at(60);

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
        trade(59, "10.00", "1");
        at(59.999);
        assertThat(minutes()).isEmpty();

        at(60);

        assertThat(minutes()).hasSize(1);
    }

    @Test
    void tradeOfTheNextMinuteEndsTheBarToo() {
        trade(59, "10.00", "1");
        trade(60, "11.00", "1");

        assertThat(minutes()).extracting(bar -> bar.close().toString()).containsExactly("10.00");
    }

    @Test
    void thereIsNoBarWhereNothingTraded() {
        trade(1, "10.00", "1");
        at(600);
        trade(601, "11.00", "1");
        at(660);

        assertThat(minutes()).extracting(Bar::start).containsExactly(NOON, NOON.plusSeconds(600));
    }

    @Test
    void lateTradeCountsNowBecauseABarThatHasEndedNeverChanges() {
        trade(59, "10.00", "1");
        at(61);
        trade(58, "20.00", "1");
        at(120);

        assertThat(minutes()).extracting(Bar::start).containsExactly(NOON, NOON.plusSeconds(60));
        assertThat(minute(1).high()).isEqualByComparingTo("20.00");
    }

    @Test
    void volumeOfZeroHasNoMeanPrice() {
        trade(1, "10.00", "0.00");
        at(60);

        Candle candle = minute(0).candle(ACME, Interval.MINUTE, true);
        assertThat(candle.vwap()).isNull();
        assertThat(candle.volume()).isEqualTo(BigDecimal.ZERO);
        assertThat(candle.trades()).isOne();
    }

    @Test
    void pricesMayBeNegative() {
        trade(1, "-37.63", "2");
        trade(2, "-40.32", "1");
        at(60);

        assertThat(minute(0).low()).isEqualByComparingTo("-40.32");
        assertThat(minute(0).candle(ACME, Interval.MINUTE, true).vwap()).isEqualByComparingTo("-38.5267");
    }

    @Test
    void withoutTradesTheMiddleOfTheQuotesMakesBars() {
        book.quote(NOON.plusSeconds(1), decimal("10.005"));
        book.quote(NOON.plusSeconds(2), decimal("10.015"));
        at(60);

        Candle candle = minute(0).candle(ACME, Interval.MINUTE, true);
        assertThat(candle.open()).isEqualByComparingTo("10.005");
        assertThat(candle.close()).isEqualByComparingTo("10.015");
        assertThat(candle.trades()).isZero();
        assertThat(candle.marks()).containsExactly(CandleMark.QUOTES);
    }

    @Test
    void onceThereAreTradesOnlyTheyCount() {
        book.quote(NOON.plusSeconds(1), decimal("99.00"));
        trade(2, "10.00", "1");
        at(60);

        assertThat(minute(0).high()).isEqualByComparingTo("10.00");
        assertThat(minute(0).marks().list()).isEmpty();
    }

    @Test
    void minuteThatWasCutByARestartIsOneBar() {
        Bar before = Bar.of(NOON, decimal("9.00"), decimal("3")).with(Marks.NONE.plus(CandleMark.RESTART));
        trade(30, "10.00", "1");

        book.recover(NOON.plusSeconds(31), List.of(new Recovered(Interval.MINUTE, before)));
        at(60);

        assertThat(minutes()).hasSize(1);
        assertThat(minute(0).open()).isEqualByComparingTo("9.00");
        assertThat(minute(0).close()).isEqualByComparingTo("10.00");
        assertThat(minute(0).volume()).isEqualByComparingTo("4");
        assertThat(minute(0).marks().list()).containsExactly(CandleMark.RESTART);
    }

    @Test
    void minuteThatEndedWhileTheServerWasDownEndsNow() {
        Bar before = Bar.of(NOON.minusSeconds(600), decimal("9.00"), decimal("3"));

        book.recover(NOON, List.of(new Recovered(Interval.MINUTE, before)));
        at(0);

        assertThat(minutes()).containsExactly(before);
        assertThat(book.span(Interval.MINUTE).bar()).isNull();
    }

    private void trade(double second, String price, String size) {
        book.trade(time(second), decimal(price), decimal(size));
        ended.addAll(book.takeEnded());
    }

    private void at(double second) {
        book.advance(time(second));
        ended.addAll(book.takeEnded());
    }

    private static Instant time(double second) {
        return NOON.plusMillis(Math.round(second * 1000));
    }

    private List<Bar> bars(Interval interval) {
        return ended.stream()
                .filter(one -> one.interval() == interval && one.bar() != null)
                .map(Ended::bar)
                .toList();
    }

    private List<Bar> minutes() {
        return bars(Interval.MINUTE);
    }

    private Bar minute(int index) {
        return minutes().get(index);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
