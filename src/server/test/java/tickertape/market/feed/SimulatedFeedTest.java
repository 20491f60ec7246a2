package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tickertape.market.Instrument;
import tickertape.market.feed.simulation.Pace;
import tickertape.market.feed.simulation.TradingDay;
import tickertape.wire.MarketEvent;
import tickertape.wire.Symbol;
import tickertape.wire.TopOfBook;
import tickertape.wire.Trade;
import tickertape.wire.TradingHalt;

/// The simulated feed follows the rules of a market and of a feed.
class SimulatedFeedTest {

    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final List<Instrument> INSTRUMENTS = InstrumentList.first(20);

    @ParameterizedTest
    @EnumSource
    void firstTickBringsABookAndATradeOfEach(Pace pace) {
        SimulatedFeed feed = new SimulatedFeed(INSTRUMENTS, 1, TradingDay.endless(INTERVAL), pace);

        List<MarketEvent> events = feed.tick(ObservedInstrument.OPEN);

        assertThat(events).hasSize(40);
        assertThat(events)
                .filteredOn(TopOfBook.class::isInstance)
                .doesNotHaveDuplicates()
                .hasSize(20);
        assertThat(events).extracting(MarketEvent::symbol).containsAll(symbols());
    }

    @ParameterizedTest
    @EnumSource
    void sameSeedBringsTheSameExceptForTheTimes(Pace pace) {
        SimulatedFeed feed = new SimulatedFeed(INSTRUMENTS, 1, TradingDay.endless(INTERVAL), pace);
        SimulatedFeed later = new SimulatedFeed(INSTRUMENTS, 1, TradingDay.endless(INTERVAL), pace);

        List<String> events = run(feed, ObservedInstrument.OPEN, 200).stream()
                .map(SimulatedFeedTest::timeless)
                .toList();
        List<String> laterEvents = run(later, ObservedInstrument.OPEN.plusSeconds(1_000), 200).stream()
                .map(SimulatedFeedTest::timeless)
                .toList();

        assertThat(laterEvents).isEqualTo(events);
    }

    @Test
    void anotherSeedBringsOtherPrices() {
        List<MarketEvent> events = run(
                new SimulatedFeed(INSTRUMENTS, 1, TradingDay.endless(INTERVAL), Pace.BURSTY),
                ObservedInstrument.OPEN,
                1);
        List<MarketEvent> others = run(
                new SimulatedFeed(INSTRUMENTS, 2, TradingDay.endless(INTERVAL), Pace.BURSTY),
                ObservedInstrument.OPEN,
                1);

        assertThat(others).isNotEqualTo(events);
    }

    @Test
    void eventsLieInTheirIntervalInOrderOfTime() {
        SimulatedFeed feed = new SimulatedFeed(INSTRUMENTS, 1, TradingDay.endless(INTERVAL), Pace.BURSTY);
        Instant now = ObservedInstrument.OPEN;

        for (int tick = 0; tick < 500; tick++) {
            List<MarketEvent> events = feed.tick(now);
            assertThat(events).extracting(MarketEvent::time).isSorted();
            assertThat(events).extracting(MarketEvent::time).allSatisfy(new Within(now.minus(INTERVAL), now)::check);
            now = now.plus(INTERVAL);
        }
    }

    @Test
    void symbolHasAtMostOneNewBookATick() {
        SimulatedFeed feed = new SimulatedFeed(INSTRUMENTS, 1, TradingDay.endless(INTERVAL), Pace.BURSTY);

        for (int tick = 0; tick < 500; tick++) {
            assertThat(feed.tick(ObservedInstrument.OPEN))
                    .filteredOn(TopOfBook.class::isInstance)
                    .extracting(MarketEvent::symbol)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void steadyPaceBringsOneNewBookOfEachAtEveryTick() {
        SimulatedFeed feed = new SimulatedFeed(INSTRUMENTS, 1, TradingDay.endless(INTERVAL), Pace.STEADY);
        Map<Symbol, List<BigDecimal>> books = new HashMap<>();
        feed.tick(ObservedInstrument.OPEN);

        for (int tick = 0; tick < 2_000; tick++) {
            List<MarketEvent> events = feed.tick(ObservedInstrument.OPEN);
            assertThat(events).hasSize(20).hasOnlyElementsOfType(TopOfBook.class);
            for (MarketEvent event : events) {
                assertThat(books.put(event.symbol(), figures(event))).isNotEqualTo(figures(event));
            }
        }
        assertThat(books).hasSize(20);
    }

    private static List<MarketEvent> run(SimulatedFeed feed, Instant from, int ticks) {
        List<MarketEvent> events = new ArrayList<>();
        IntStream.range(0, ticks).forEach(tick -> events.addAll(feed.tick(from.plus(INTERVAL.multipliedBy(tick)))));
        return events;
    }

    private static String timeless(MarketEvent event) {
        return event.symbol() + " " + figures(event);
    }

    private static List<BigDecimal> figures(MarketEvent event) {
        return switch (event) {
            case Trade trade -> List.of(trade.price(), trade.size());
            case TopOfBook top -> List.of(top.bid(), top.ask(), top.bidSize(), top.askSize());
            case TradingHalt _ -> List.of();
        };
    }

    private static List<Symbol> symbols() {
        return INSTRUMENTS.stream().map(Instrument::symbol).toList();
    }

    private record Within(Instant from, Instant to) {
        void check(Instant time) {
            assertThat(time).isBetween(from, to);
        }
    }
}
