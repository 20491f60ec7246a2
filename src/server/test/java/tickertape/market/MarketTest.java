package tickertape.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tickertape.market.Samples.ACME;
import static tickertape.market.Samples.NOON;
import static tickertape.market.Samples.decimal;
import static tickertape.market.Samples.tick;
import static tickertape.market.Samples.top;
import static tickertape.market.Samples.trade;

import java.util.List;
import org.junit.jupiter.api.Test;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// The market keeps the books: what happened becomes quotes, a whole tick at a time.
class MarketTest {

    private final ScriptedFeed feed = new ScriptedFeed("ACME", "BETA");
    private final Market market = new Market(feed);

    @Test
    void symbolHasNoQuoteUntilItsFirstEvent() {
        feed.next(trade("BETA", "100.10", "5"));

        Tick tick = tick(market);

        assertThat(tick.quotes()).extracting(Quote::symbol).containsExactly(new Symbol("BETA"));
        assertThat(market.quote(ACME)).isEmpty();
        assertThat(market.quotes()).isEqualTo(tick.quotes());
    }

    @Test
    void firstTradeOpensTheDay() {
        feed.next(trade("ACME", "101.00", "300"));

        Quote quote = tick(market).quotes().getFirst();

        assertThat(List.of(quote.open(), quote.high(), quote.low(), quote.last()))
                .containsOnly(decimal("101.00"));
        assertThat(quote.previousClose()).isEqualTo(decimal("100.00"));
        assertThat(quote.change()).isEqualTo(decimal("1.00"));
        assertThat(quote.changePercent()).isEqualTo(decimal("1.00"));
        assertThat(quote.seq()).isEqualTo(1);
        assertThat(quote.bid()).isNull();
    }

    @Test
    void tradesOfOneTickMakeOneQuote() {
        feed.next(trade("ACME", "101.00", "300"));
        feed.next(trade("ACME", "102.00", "0.5"), trade("ACME", "99.00", "7"), trade("ACME", "100.50", "1"));

        tick(market);
        Tick tick = tick(market);

        assertThat(tick.trades()).hasSize(3);
        Quote quote = tick.quotes().getFirst();
        assertThat(tick.quotes()).hasSize(1);
        assertThat(quote.seq()).isEqualTo(2);
        assertThat(quote.open()).isEqualTo(decimal("101.00"));
        assertThat(quote.high()).isEqualTo(decimal("102.00"));
        assertThat(quote.low()).isEqualTo(decimal("99.00"));
        assertThat(quote.last()).isEqualTo(decimal("100.50"));
        assertThat(quote.lastSize()).isEqualTo(decimal("1"));
        assertThat(quote.volume()).isEqualTo(decimal("308.5"));
    }

    @Test
    void bookWithoutTradesLeavesThePreviousClose() {
        feed.next(top("ACME", "101.00", "101.02"));

        Quote quote = tick(market).quotes().getFirst();

        assertThat(quote.bid()).isEqualTo(decimal("101.00"));
        assertThat(quote.askSize()).isEqualTo(decimal("200"));
        assertThat(quote.last()).isEqualTo(decimal("100.00"));
        assertThat(quote.volume()).isEqualTo(decimal("0"));
        assertThat(quote.time()).isEqualTo(NOON);
    }

    @Test
    void tickPublishesOnlyWhatChanged() {
        feed.next(trade("ACME", "101.00", "1"), trade("BETA", "101.00", "1"));
        feed.next(top("BETA", "101.00", "101.02"));
        feed.next();

        tick(market);
        Tick second = tick(market);
        Tick third = tick(market);

        assertThat(second.quotes()).extracting(Quote::symbol).containsExactly(new Symbol("BETA"));
        assertThat(third.quotes()).isEmpty();
        assertThat(market.quotes()).extracting(Quote::seq).containsExactly(1L, 2L);
    }

    @Test
    void quotesComeInTheOrderOfTheInstruments() {
        feed.next(trade("BETA", "101.00", "1"));
        feed.next(trade("ACME", "101.00", "1"));

        tick(market);
        tick(market);

        assertThat(market.quotes()).extracting(Quote::symbol).containsExactly(ACME, new Symbol("BETA"));
    }

    @Test
    void readerKeepsTheTickItRead() {
        feed.next(trade("ACME", "101.00", "1"));
        feed.next(trade("ACME", "102.00", "1"), trade("BETA", "102.00", "1"));

        tick(market);
        List<Quote> read = market.quotes();
        tick(market);

        assertThat(read).extracting(Quote::last).containsExactly(decimal("101.00"));
    }

    @Test
    void instrumentIsFoundByItsSymbol() {
        assertThat(market.instrument(ACME)).contains(Samples.instrument("ACME"));
        assertThat(market.instrument(new Symbol("OTHER"))).isEmpty();
    }

    @Test
    void eventOfAnUnknownSymbolIsRefused() {
        feed.next(trade("OTHER", "1.00", "1"));

        assertThatIllegalArgumentException().isThrownBy(() -> tick(market)).withMessageContaining("OTHER");
    }

    @Test
    void symbolListedTwiceIsRefused() {
        ScriptedFeed twice = new ScriptedFeed("ACME", "ACME");

        assertThatIllegalArgumentException().isThrownBy(() -> new Market(twice)).withMessageContaining("ACME");
    }
}
