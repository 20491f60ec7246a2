package tickertape.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// A market that begins with nothing, and learns of its instruments by what its feed tells.
class MarketGrowthTest {

    private static final Symbol NEW = new Symbol("NEW");

    private final GrowingFeed feed = new GrowingFeed();
    private final Market market = new Market(feed);
    private final List<Instrument> seen = market.instruments();

    @Test
    void marketWithoutInstrumentsIsOpenAndNotHalted() {
        Tick tick = tick();

        assertThat(tick.status()).isNotNull().extracting(MarketStatus::phase).isEqualTo(MarketPhase.OPEN);
        assertThat(tick.quotes()).isEmpty();
        assertThat(market.coverage().silent()).isFalse();
        assertThat(market.isPushed()).isTrue();
    }

    @Test
    void instrumentIsListedWithItsFirstEvent() {
        feed.discovered.add(Samples.instrument("NEW"));
        feed.events.add(Samples.trade("NEW", "101.00", "5"));

        assertThat(tick().quotes()).extracting(Quote::symbol).containsExactly(NEW);
        assertThat(seen).extracting(Instrument::symbol).containsExactly(NEW);
        assertThat(market.symbols()).containsExactly(NEW);
        assertThat(market.hasSymbol("NEW")).isTrue();
        assertThat(market.hasSymbol("OLD")).isFalse();
        assertThat(market.revision()).isEqualTo(1);
    }

    @Test
    void instrumentThatIsKnownBetterKeepsItsPlaceAndItsFigures() {
        feed.discovered.add(Samples.instrument("NEW"));
        feed.discovered.add(Samples.instrument("OTHER"));
        feed.events.add(Samples.trade("NEW", "101.00", "5"));
        tick();
        Instrument known = Samples.instrument("NEW");
        var finer = new Instrument(
                NEW,
                known.name(),
                known.sector(),
                known.mic(),
                known.currency(),
                new BigDecimal("0.001"),
                known.referencePrice(),
                known.volatility(),
                known.spread(),
                known.shares());
        feed.discovered.add(finer);
        feed.events.add(Samples.trade("NEW", "101.005", "1"));

        Quote quote = tick().quotes().getFirst();

        assertThat(quote.last()).isEqualTo("101.005");
        assertThat(quote.volume()).isEqualTo("6");
        assertThat(market.instrument(NEW)).contains(finer);
        assertThat(seen).containsExactly(finer, Samples.instrument("OTHER"));
        assertThat(market.revision()).isEqualTo(2);
    }

    @Test
    void gapsComeWithTheirTickOnly() {
        feed.discovered.add(Samples.instrument("NEW"));
        feed.gaps = Set.of(NEW);

        assertThat(tick().gaps()).containsExactly(NEW);
        feed.gaps = Set.of();
        assertThat(tick().gaps()).isEmpty();
    }

    private Tick tick() {
        market.readFeed(Samples.NOON);
        feed.discovered.clear();
        feed.events.clear();
        return market.publish();
    }

    /// A feed that begins with nothing.
    private static final class GrowingFeed implements Feed {

        private final List<Instrument> discovered = new ArrayList<>();
        private final List<MarketEvent> events = new ArrayList<>();
        private Set<Symbol> gaps = Set.of();

        @Override
        public List<Instrument> instruments() {
            return List.of();
        }

        @Override
        public List<Instrument> discovered() {
            return List.copyOf(discovered);
        }

        @Override
        public Set<Symbol> gaps() {
            return gaps;
        }

        @Override
        public boolean isPushed() {
            return true;
        }

        @Override
        public List<MarketEvent> tick(Instant now) {
            return List.copyOf(events);
        }

        @Override
        public MarketStatus status(Instant now) {
            return new MarketStatus(MarketPhase.OPEN, null, null, now);
        }
    }
}
