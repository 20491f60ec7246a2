package tickertape.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tickertape.market.Samples.ACME;
import static tickertape.market.Samples.NOON;
import static tickertape.market.Samples.quotesAfter;
import static tickertape.market.Samples.tick;
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

/// A quote says so when its source goes silent, and when it must not be expected to speak.
class StaleQuoteTest {

    private static final int LEARNT = 1_000;

    private final ScriptedFeed feed = new ScriptedFeed("ACME", "BETA");
    private final Market market = new Market(feed);

    @BeforeEach
    void learn() {
        IntStream.range(0, LEARNT).forEach(_ -> feed.next(top("ACME", "99.00", "99.02"), trade("BETA", "98.00", "1")));
        quotesAfter(LEARNT, market);
    }

    @Test
    void silentSymbolTurnsStaleOnceByItself() {
        IntStream.range(0, 100).forEach(_ -> feed.next(trade("BETA", "98.00", "1")));

        List<Quote> before = quotesAfter(20, market);
        List<Quote> stale = tick(market).quotes();
        List<Quote> after = quotesAfter(50, market);

        assertThat(before).extracting(Quote::status).containsOnly(QuoteStatus.TRADING);
        assertThat(stale)
                .extracting(Quote::symbol, Quote::seq, Quote::status)
                .contains(tuple(ACME, LEARNT + 1L, QuoteStatus.STALE));
        assertThat(after).extracting(Quote::status).containsExactly(QuoteStatus.STALE, QuoteStatus.TRADING);
        assertThat(after.getFirst()).isEqualTo(stale.getFirst());
    }

    @Test
    void feedIsHeardUntilAllItsSymbolsAreStale() {
        assertThat(new Market(feed).heard()).as("nothing was told yet").isFalse();
        IntStream.range(0, 100).forEach(_ -> feed.next(trade("BETA", "98.00", "1")));
        quotesAfter(100, market);
        assertThat(market.heard()).as("of one of two").isTrue();

        quotesAfter(50, market);

        assertThat(market.heard()).isFalse();
    }

    @Test
    void whenTheWholeFeedFallsSilentTheSeldomHeardAreStaleToo() {
        Market market = aLivelyAndAQuietSymbol();

        quotesAfter(20, market);
        assertThat(market.quotes()).extracting(Quote::status).containsOnly(QuoteStatus.TRADING);
        tick(market);

        assertThat(market.quotes()).extracting(Quote::status).containsOnly(QuoteStatus.STALE);
        assertThat(market.heard()).isFalse();
    }

    @Test
    void whereSomeAreHaltedTheOthersMayBeQuiet() {
        Market market = aLivelyAndAQuietSymbol();
        feed.next(new TradingHalt(ACME, NOON));

        quotesAfter(50, market);

        assertThat(market.quotes()).extracting(Quote::status).containsExactly(QuoteStatus.HALTED, QuoteStatus.TRADING);
    }

    /// One that speaks in every tick, and one in two after eighteen others.
    private Market aLivelyAndAQuietSymbol() {
        Market market = new Market(feed);
        for (int i = 0; i < LEARNT; i++) {
            feed.next(
                    i % 20 < 2
                            ? new MarketEvent[] {trade("ACME", "99.00", "1"), trade("BETA", "98.00", "1")}
                            : new MarketEvent[] {trade("ACME", "99.00", "1")});
        }
        quotesAfter(LEARNT, market);
        return market;
    }

    @Test
    void staleQuoteKeepsItsFiguresAndItsTime() {
        Quote live = market.quotes().getFirst();

        Quote stale = quotesAfter(21, market).getFirst();

        assertThat(stale)
                .usingRecursiveComparison()
                .ignoringFields("seq", "status")
                .isEqualTo(live);
    }

    @Test
    void staleSymbolIsLiveAgainWithItsNextTick() {
        quotesAfter(21, market);
        feed.next(top("ACME", "99.00", "99.02"));

        List<Quote> quotes = tick(market).quotes();

        assertThat(quotes)
                .extracting(Quote::symbol, Quote::seq, Quote::status)
                .containsExactly(tuple(ACME, LEARNT + 2L, QuoteStatus.TRADING));
    }

    @Test
    void haltedSymbolSaysSoOnceAndIsNotStale() {
        feed.next(new TradingHalt(ACME, NOON.plusSeconds(1)), trade("BETA", "98.00", "1"));

        Quote halted = tick(market).quotes().getFirst();
        List<Quote> later = quotesAfter(1_000, market);

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

        assertThat(quotesAfter(2, market).getFirst().status()).isEqualTo(QuoteStatus.HALTED);
        assertThat(quotesAfter(1, market).getFirst().status()).isEqualTo(QuoteStatus.TRADING);
    }

    @Test
    void silenceOfTheEveningDoesNotCountInTheMorning() {
        quotesAfter(15, market);
        feed.status = new MarketStatus(MarketPhase.CLOSED, null, null, NOON);
        quotesAfter(1, market);

        feed.status = new MarketStatus(MarketPhase.OPEN, null, null, NOON);
        List<Quote> morning = quotesAfter(15, market);

        assertThat(morning).extracting(Quote::status).containsOnly(QuoteStatus.TRADING);
    }

    @Test
    void symbolThatHasNoQuoteYetIsNotStale() {
        Market silent = new Market(new ScriptedFeed("ACME"));

        assertThat(quotesAfter(LEARNT, silent)).isEmpty();
    }
}
