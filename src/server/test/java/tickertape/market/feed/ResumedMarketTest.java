package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tickertape.market.Feed;
import tickertape.market.Instrument;
import tickertape.market.Market;
import tickertape.market.MarketDriver;
import tickertape.market.MarketState;
import tickertape.market.Samples;
import tickertape.market.ScriptedFeed;
import tickertape.market.Tick;
import tickertape.market.feed.simulation.Pace;
import tickertape.market.feed.simulation.TradingDay;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// A simulated market goes on from what another server has told readers last, as if it had been moved by one.
class ResumedMarketTest {

    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final Duration DAY = Duration.ofMinutes(8);
    private static final List<Instrument> INSTRUMENTS = InstrumentList.first(3);

    private final Map<Symbol, Quote> told = new HashMap<>();
    private Instant now = Samples.NOON;
    private MarketStatus status = new MarketStatus(MarketPhase.CLOSED, null, null, now);

    @Test
    void quotesGoOnWithoutAStep() {
        ticks(new MarketDriver(feed(1, TradingDay.endless(INTERVAL))), 400);
        Map<Symbol, Quote> before = Map.copyOf(told);
        MarketDriver next = new MarketDriver(feed(2, TradingDay.endless(INTERVAL)));

        next.market().resume(state(), now);
        Tick first = tick(next);

        assertThat(first.status()).isNull();
        assertThat(first.quotes()).hasSize(3).allSatisfy(quote -> {
            Quote last = Objects.requireNonNull(before.get(quote.symbol()));
            assertThat(quote.seq()).isEqualTo(last.seq() + 1);
            assertThat(quote.open()).isEqualTo(last.open());
            assertThat(quote.previousClose()).isEqualTo(last.previousClose());
            assertThat(quote.high()).isGreaterThanOrEqualTo(last.high());
            assertThat(quote.low()).isLessThanOrEqualTo(last.low());
            assertThat(quote.volume())
                    .isEqualTo(last.volume()
                            .add(first.trades().stream()
                                    .filter(trade -> trade.symbol().equals(quote.symbol()))
                                    .map(Trade::size)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add)));
            assertThat(quote.last().doubleValue())
                    .isCloseTo(last.last().doubleValue(), within(last.last().doubleValue() * 0.002));
        });
    }

    @Test
    void dayGoesOnInItsPhase() {
        MarketDriver first = new MarketDriver(feed(1, TradingDay.compressed(DAY, INTERVAL)));
        ticks(first, 4 * 60 * 4);
        assertThat(status.phase()).isEqualTo(MarketPhase.OPEN);
        MarketStatus before = status;
        Map<Symbol, Quote> quotes = Map.copyOf(told);
        MarketDriver next = new MarketDriver(feed(2, TradingDay.compressed(DAY, INTERVAL)));

        next.market().resume(state(), now);
        Tick tick = tick(next);

        assertThat(tick.status()).isNull();
        assertThat(tick.quotes())
                .allSatisfy(quote -> assertThat(quote.previousClose())
                        .isEqualTo(Objects.requireNonNull(quotes.get(quote.symbol()))
                                .previousClose()));
        ticks(next, 4 * 60 * 4);
        assertThat(status.phase()).isEqualTo(MarketPhase.CLOSED);
        assertThat(status.time())
                .isBetween(
                        Objects.requireNonNull(before.nextTime()).minusSeconds(3),
                        Objects.requireNonNull(before.nextTime()).plusSeconds(3));
    }

    @Test
    void quoteThatWasHaltedStaysSo() {
        Quote halted = Samples.quote("ACME", Map.of("status", QuoteStatus.HALTED));
        var feed = new Resumable("ACME");
        var market = new Market(feed);

        market.resume(new MarketState(new MarketStatus(MarketPhase.OPEN, null, null, now), List.of(halted)), now);
        market.readFeed(now);

        assertThat(market.publish().quotes()).isEmpty();
        assertThat(feed.resumed).isTrue();
    }

    @Test
    void nothingIsResumedWhereNothingIsKnown() {
        var feed = new Resumable("ACME");
        feed.next(Samples.trade("ACME", "101.00", "1"));
        var market = new Market(feed);

        market.resume(MarketState.UNKNOWN, now);
        market.readFeed(now);

        assertThat(market.publish().quotes()).hasSize(1);
        assertThat(feed.resumed).isFalse();
    }

    @Test
    void quotesOfAnotherServerAreCountedAndAllAreStaleWhenNothingIsHeard() {
        var market = new Market(new ScriptedFeed("ACME"));
        var state = new MarketState(status, List.of(Samples.quote("ACME")));

        market.follow(state, true);
        assertThat(market.coverage()).isEqualTo(new Market.Coverage(1, 0));
        market.follow(state, false);

        assertThat(market.coverage()).isEqualTo(new Market.Coverage(1, 1));
        assertThat(market.coverage().silent()).isTrue();
    }

    @Test
    void feedThatCannotResumeSaysSo() {
        var market = new Market(new ScriptedFeed("ACME"));
        var state = new MarketState(status, List.of(Samples.quote("ACME")));

        assertThat(market.resumes()).isFalse();
        assertThatThrownBy(() -> market.resume(state, now)).isInstanceOf(UnsupportedOperationException.class);
    }

    /// A script that can begin anywhere.
    private static final class Resumable implements Feed {

        private final ScriptedFeed script;
        private boolean resumed;

        Resumable(String symbol) {
            script = new ScriptedFeed(symbol);
        }

        void next(MarketEvent event) {
            script.next(event);
        }

        @Override
        public List<Instrument> instruments() {
            return script.instruments();
        }

        @Override
        public List<MarketEvent> tick(Instant time) {
            return script.tick(time);
        }

        @Override
        public MarketStatus status(Instant time) {
            return script.status(time);
        }

        @Override
        public boolean resumes() {
            return true;
        }

        @Override
        public void resume(MarketState state, Instant time) {
            resumed = true;
        }
    }

    private static SimulatedFeed feed(long seed, TradingDay day) {
        return new SimulatedFeed(INSTRUMENTS, seed, day, Pace.BURSTY);
    }

    private MarketState state() {
        return new MarketState(status, List.copyOf(told.values()));
    }

    private void ticks(MarketDriver driver, int count) {
        for (int i = 0; i < count; i++) {
            tick(driver);
        }
    }

    private Tick tick(MarketDriver driver) {
        now = now.plus(INTERVAL);
        Tick tick = driver.tick(now);
        tick.quotes().forEach(quote -> told.put(quote.symbol(), quote));
        status = Optional.ofNullable(tick.status()).orElse(status);
        return tick;
    }
}
