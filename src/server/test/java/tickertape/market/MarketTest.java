package tickertape.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tickertape.market.Samples.ACME;
import static tickertape.market.Samples.NOON;
import static tickertape.market.Samples.decimal;
import static tickertape.market.Samples.top;
import static tickertape.market.Samples.trade;

import java.util.List;
import org.junit.jupiter.api.Test;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// What happened in a tick becomes quotes.
class MarketTest {

    private final ScriptedFeed feed = new ScriptedFeed("ACME", "BETA");
    private final MarketDriver market = new MarketDriver(feed);

    @Test
    void symbolHasNoQuoteUntilItsFirstEvent() {
        feed.next(trade("BETA", "100.10", "5"));

        Tick tick = market.tick();

        assertThat(tick.quotes()).extracting(Quote::symbol).containsExactly(new Symbol("BETA"));
    }

    @Test
    void firstTradeOpensTheDay() {
        feed.next(trade("ACME", "101.00", "300"));

        Quote quote = market.tick().quotes().getFirst();

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

        market.tick();
        Tick tick = market.tick();

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

        Quote quote = market.tick().quotes().getFirst();

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

        market.tick();
        Tick second = market.tick();
        Tick third = market.tick();

        assertThat(second.quotes()).extracting(Quote::symbol).containsExactly(new Symbol("BETA"));
        assertThat(third.quotes()).isEmpty();
        assertThat(market.quotes()).extracting(Quote::seq).containsExactly(1L, 2L);
    }

    @Test
    void quotesComeInTheOrderOfTheInstruments() {
        feed.next(trade("BETA", "101.00", "1"), trade("ACME", "101.00", "1"));

        assertThat(market.tick().quotes()).extracting(Quote::symbol).containsExactly(ACME, new Symbol("BETA"));
    }

    @Test
    void tickIsNotChangedByTheNext() {
        feed.next(trade("ACME", "101.00", "1"));
        feed.next(trade("ACME", "102.00", "1"), trade("BETA", "102.00", "1"));

        Tick first = market.tick();
        market.tick();

        assertThat(first.quotes()).extracting(Quote::last).containsExactly(decimal("101.00"));
        assertThat(first.trades()).hasSize(1);
    }

    @Test
    void instrumentIsFoundByItsSymbol() {
        assertThat(market.market().instrument(ACME)).contains(Samples.instrument("ACME"));
        assertThat(market.market().instrument(new Symbol("OTHER"))).isEmpty();
    }

    @Test
    void coverageCountsTheQuotesThereAre() {
        assertThat(market.market().coverage()).isEqualTo(new Market.Coverage(0, 0));
        feed.next(trade("BETA", "101.00", "1"));

        market.tick();

        assertThat(market.market().coverage()).isEqualTo(new Market.Coverage(1, 0));
    }

    @Test
    void eventOfAnUnknownSymbolIsRefused() {
        feed.next(trade("OTHER", "1.00", "1"));

        assertThatIllegalArgumentException().isThrownBy(() -> market.tick()).withMessageContaining("OTHER");
    }

    @Test
    void symbolListedTwiceIsRefused() {
        ScriptedFeed twice = new ScriptedFeed("ACME", "ACME");

        assertThatIllegalArgumentException().isThrownBy(() -> new Market(twice)).withMessageContaining("ACME");
    }
}
