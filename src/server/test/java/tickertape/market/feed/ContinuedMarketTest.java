package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tickertape.market.Instrument;
import tickertape.market.LastPrice;
import tickertape.market.MarketDriver;
import tickertape.market.feed.fault.FaultyFeed;
import tickertape.market.feed.fault.FeedFault;
import tickertape.market.feed.simulation.Pace;
import tickertape.market.feed.simulation.TradingDay;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// A simulated market that goes on where another stopped.
class ContinuedMarketTest {

    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final List<Instrument> INSTRUMENTS = InstrumentList.first(2);
    private static final Instrument FIRST = INSTRUMENTS.getFirst();
    private static final BigDecimal LAST = FIRST.referencePrice().multiply(BigDecimal.valueOf(2));
    private static final BigDecimal CLOSE = FIRST.referencePrice().add(FIRST.tickSize());

    @Test
    void pricesGoOnFromTheLastAndThePreviousCloseStays() {
        Quote quote = first(continued(new LastPrice(LAST, CLOSE), TradingDay.endless(INTERVAL)));

        assertThat(quote.last().doubleValue()).isCloseTo(LAST.doubleValue(), within(LAST.doubleValue() * 0.002));
        assertThat(quote.previousClose()).isEqualTo(CLOSE);
    }

    /// A restart within a session is not its end.
    @Test
    void dayThatBeginsWithTheStartKeepsThePreviousCloseAndTheNextOneHasItsOwn() {
        MarketDriver market =
                continued(new LastPrice(LAST, CLOSE), TradingDay.compressed(INTERVAL.multipliedBy(16), INTERVAL));
        Quote quote = first(market);

        assertThat(quote.previousClose()).isEqualTo(CLOSE);
        assertThat(quote.last()).isEqualTo(LAST);

        while (quote.status() == QuoteStatus.CLOSED) {
            quote = first(market);
        }
        BigDecimal close = quote.last();
        while (quote.status() != QuoteStatus.CLOSED) {
            close = quote.last();
            quote = first(market);
        }
        assertThat(quote.previousClose()).as("still the same day").isEqualTo(CLOSE);
        while (quote.previousClose().compareTo(CLOSE) == 0) {
            quote = first(market);
        }
        assertThat(quote.previousClose()).isEqualTo(close);
    }

    @Test
    void figuresOfTheDatabaseHaveTheInstrumentsScale() {
        var padded = new LastPrice(LAST.setScale(18), CLOSE.setScale(18));

        Quote quote = first(continued(padded, TradingDay.compressed(Duration.ofMinutes(8), INTERVAL)));

        assertThat(quote.last()).isEqualTo(LAST);
        assertThat(quote.previousClose().scale()).isEqualTo(FIRST.scale());
    }

    @Test
    void priceThatIsNoMultipleOfTheTickIsLeftOut() {
        BigDecimal half = FIRST.tickSize().divide(BigDecimal.TWO);

        assertThat(first(continued(new LastPrice(LAST.add(half), CLOSE), TradingDay.endless(INTERVAL)))
                        .previousClose())
                .isEqualTo(FIRST.referencePrice());
        assertThat(new LastPrice(LAST.negate(), CLOSE).fits(FIRST)).isFalse();
    }

    @Test
    void instrumentThatNobodyRemembersOpensNearItsReference() {
        MarketDriver market = continued(new LastPrice(LAST, CLOSE), TradingDay.endless(INTERVAL));
        market.tick();

        assertThat(market.quotes().getLast().previousClose())
                .isEqualTo(INSTRUMENTS.getLast().referencePrice());
    }

    @Test
    void faultyFeedGoesOnToo() {
        SimulatedFeed feed = feed(new LastPrice(LAST, CLOSE), TradingDay.endless(INTERVAL));

        var faulty = new FaultyFeed(feed, FeedFault.of("stop@PT1H"), INTERVAL);

        assertThat(faulty.lastPrices()).isEqualTo(feed.lastPrices()).containsOnlyKeys(FIRST.symbol());
    }

    @Test
    void fixedSeedBeginsAnewAndSoDoesWhoSaysSo() {
        var settings = new SimulatorSettings();
        settings.seed = Optional.empty();
        assertThat(settings.beginsAnew()).isFalse();

        settings.goesOn = false;
        assertThat(settings.beginsAnew()).isTrue();

        settings.goesOn = true;
        settings.seed = Optional.of(1L);
        assertThat(settings.beginsAnew()).isTrue();
    }

    private static Quote first(MarketDriver market) {
        market.tick();
        return market.quotes().getFirst();
    }

    private static MarketDriver continued(LastPrice price, TradingDay day) {
        return new MarketDriver(feed(price, day));
    }

    private static SimulatedFeed feed(LastPrice price, TradingDay day) {
        Map<Symbol, LastPrice> prices = Map.of(FIRST.symbol(), price, new Symbol("GONE"), price);
        return new SimulatedFeed(INSTRUMENTS, 1, day, Pace.BURSTY, prices);
    }
}
