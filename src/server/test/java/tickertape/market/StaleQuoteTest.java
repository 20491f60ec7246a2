package tickertape.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tickertape.market.Samples.ACME;
import static tickertape.market.Samples.NOON;
import static tickertape.market.Samples.top;
import static tickertape.market.Samples.trade;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.TradingHalt;

/// A quote is stale when its source falls silent, but not when no news is possible.
class StaleQuoteTest {

    private static final int LEARNT = 1_000;

    private final ScriptedFeed feed = new ScriptedFeed("ACME", "BETA");
    private final MarketDriver market = new MarketDriver(feed);

    @BeforeEach
    void learn() {
        IntStream.range(0, LEARNT).forEach(_ -> feed.next(top("ACME", "99.00", "99.02"), trade("BETA", "98.00", "1")));
        market.quotesAfter(LEARNT);
    }

    @Test
    void silentSymbolTurnsStaleOnceAndAlone() {
        IntStream.range(0, 100).forEach(_ -> feed.next(trade("BETA", "98.00", "1")));

        List<Quote> before = market.quotesAfter(20);
        List<Quote> stale = market.tick().quotes();
        List<Quote> after = market.quotesAfter(50);

        assertThat(before).extracting(Quote::status).containsOnly(QuoteStatus.TRADING);
        assertThat(stale)
                .extracting(Quote::symbol, Quote::seq, Quote::status)
                .contains(tuple(ACME, LEARNT + 1L, QuoteStatus.STALE));
        assertThat(after).extracting(Quote::status).containsExactly(QuoteStatus.STALE, QuoteStatus.TRADING);
        assertThat(after.getFirst()).isEqualTo(stale.getFirst());
    }

    @Test
    void feedIsSilentWhenAllItsSymbolsAreStale() {
        assertThat(new Market(feed).coverage().silent())
                .as("nothing has come yet")
                .isFalse();
        IntStream.range(0, 100).forEach(_ -> feed.next(trade("BETA", "98.00", "1")));
        market.quotesAfter(100);
        assertThat(market.market().coverage().silent())
                .as("one of two symbols is not stale")
                .isFalse();

        market.quotesAfter(50);

        assertThat(market.market().coverage().silent()).isTrue();
    }

    @Test
    void quietSymbolsAreStaleTooWhenTheWholeFeedFallsSilent() {
        MarketDriver market = aLivelyAndAQuietSymbol();

        market.quotesAfter(20);
        assertThat(market.quotes()).extracting(Quote::status).containsOnly(QuoteStatus.TRADING);
        market.tick();

        assertThat(market.quotes()).extracting(Quote::status).containsOnly(QuoteStatus.STALE);
        assertThat(market.market().coverage().silent()).isTrue();
    }

    @Test
    void tickTellsSinceWhenTheWholeFeedIsSilent() {
        MarketDriver market = aLivelyAndAQuietSymbol();

        for (int tick = 1; tick <= 20; tick++) {
            assertThat(market.tick(NOON.plusSeconds(tick)).silentSince()).isNull();
        }

        assertThat(market.tick(NOON.plusSeconds(21)).silentSince()).isEqualTo(NOON);
    }

    @Test
    void othersMayBeQuietWhileSomeAreHalted() {
        MarketDriver market = aLivelyAndAQuietSymbol();
        feed.next(new TradingHalt(ACME, NOON));

        market.quotesAfter(50);

        assertThat(market.quotes()).extracting(Quote::status).containsExactly(QuoteStatus.HALTED, QuoteStatus.TRADING);
    }

    /// One symbol with news in every tick, and one with news in two of twenty.
    private MarketDriver aLivelyAndAQuietSymbol() {
        MarketDriver market = new MarketDriver(feed);
        for (int i = 0; i < LEARNT; i++) {
            feed.next(
                    i % 20 < 2
                            ? new MarketEvent[] {trade("ACME", "99.00", "1"), trade("BETA", "98.00", "1")}
                            : new MarketEvent[] {trade("ACME", "99.00", "1")});
        }
        market.quotesAfter(LEARNT);
        return market;
    }

    @Test
    void staleQuoteKeepsItsFiguresAndItsTime() {
        Quote live = market.quotes().getFirst();

        Quote stale = market.quotesAfter(21).getFirst();

        assertThat(stale)
                .usingRecursiveComparison()
                .ignoringFields("seq", "status")
                .isEqualTo(live);
    }

    @Test
    void staleSymbolIsLiveAgainWithItsNextTick() {
        market.quotesAfter(21);
        feed.next(top("ACME", "99.00", "99.02"));

        List<Quote> quotes = market.tick().quotes();

        assertThat(quotes)
                .extracting(Quote::symbol, Quote::seq, Quote::status)
                .containsExactly(tuple(ACME, LEARNT + 2L, QuoteStatus.TRADING));
    }

    @Test
    void haltedSymbolSaysSoOnceAndIsNotStale() {
        feed.next(new TradingHalt(ACME, NOON.plusSeconds(1)), trade("BETA", "98.00", "1"));

        Quote halted = market.tick().quotes().getFirst();
        List<Quote> later = market.quotesAfter(1_000);

        assertThat(halted)
                .extracting(Quote::seq, Quote::status, Quote::time)
                .containsExactly(LEARNT + 1L, QuoteStatus.HALTED, NOON.plusSeconds(1));
        assertThat(later.getFirst()).isEqualTo(halted);
    }

    @Test
    void tradeEndsAHaltAndABookDoesNot() {
        feed.next(new TradingHalt(ACME, NOON));
        feed.next(top("ACME", "90.00", "95.00"));
        feed.next(trade("ACME", "93.00", "100"));

        assertThat(market.quotesAfter(2).getFirst().status()).isEqualTo(QuoteStatus.HALTED);
        assertThat(market.quotesAfter(1).getFirst().status()).isEqualTo(QuoteStatus.TRADING);
    }

    @Test
    void silenceOfTheEveningDoesNotCountInTheMorning() {
        market.quotesAfter(15);
        feed.status = new MarketStatus(MarketPhase.CLOSED, null, null, NOON);
        market.quotesAfter(1);

        feed.status = new MarketStatus(MarketPhase.OPEN, null, null, NOON);
        List<Quote> morning = market.quotesAfter(15);

        assertThat(morning).extracting(Quote::status).containsOnly(QuoteStatus.TRADING);
    }

    @Test
    void symbolThatHasNoQuoteYetIsNotStale() {
        MarketDriver silent = new MarketDriver(new ScriptedFeed("ACME"));

        assertThat(silent.quotesAfter(LEARNT)).isEmpty();
    }
}
