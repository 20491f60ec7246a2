package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tickertape.market.Instrument;
import tickertape.market.feed.simulation.Pace;
import tickertape.market.feed.simulation.TradingDay;
import tickertape.wire.MarketEvent;
import tickertape.wire.Symbol;
import tickertape.wire.TopOfBook;
import tickertape.wire.Trade;
import tickertape.wire.TradingHalt;

/// Simulated prices stay plausible, however long the market runs.
class SimulatedPricesTest {

    @Test
    void pricesLieOnTheGridAndTradesInTheBook() {
        Instrument penny = priced("PENNY", "0.02", "0.01");
        Instrument coarse = priced("COARSE", "100.00", "0.05");
        SimulatedFeed feed =
                new SimulatedFeed(List.of(penny, coarse), 1, TradingDay.endless(Duration.ofSeconds(1)), Pace.BURSTY);
        Map<Symbol, TopOfBook> before = new HashMap<>();

        for (int tick = 0; tick < 20_000; tick++) {
            Map<Symbol, TopOfBook> books = new HashMap<>(before);
            List<MarketEvent> events = feed.tick(ObservedInstrument.OPEN.plusSeconds(tick));
            for (MarketEvent event : events) {
                Instrument instrument = event.symbol().equals(penny.symbol()) ? penny : coarse;
                switch (event) {
                    case TopOfBook top -> {
                        assertOnGrid(top.bid(), instrument);
                        assertOnGrid(top.ask(), instrument);
                        books.put(top.symbol(), top);
                    }
                    case Trade trade -> {
                        TopOfBook book = Objects.requireNonNull(books.get(trade.symbol()));
                        assertOnGrid(trade.price(), instrument);
                        assertThat(trade.price()).isBetween(book.bid(), book.ask());
                    }
                    case TradingHalt halt -> fail("unexpected halt %s", halt);
                }
            }
            before = books;
        }
    }

    @Test
    void pricesStayNearTheirReferenceForYears() {
        List<Instrument> instruments = InstrumentList.first(20);
        SimulatedFeed feed = new SimulatedFeed(instruments, 1, TradingDay.endless(Duration.ofMinutes(5)), Pace.STEADY);
        Map<Symbol, BigDecimal> references = new HashMap<>();
        instruments.forEach(instrument -> references.put(instrument.symbol(), instrument.referencePrice()));

        for (int tick = 0; tick < 3 * 250 * 78; tick++) {
            for (MarketEvent event : feed.tick(ObservedInstrument.OPEN)) {
                if (event instanceof TopOfBook top) {
                    double reference =
                            Objects.requireNonNull(references.get(top.symbol())).doubleValue();
                    assertThat(top.bid().doubleValue() / reference).isBetween(0.8, 1.25);
                }
            }
        }
    }

    private static void assertOnGrid(BigDecimal price, Instrument instrument) {
        assertThat(price.signum()).isPositive();
        assertThat(price.scale()).isEqualTo(instrument.scale());
        assertThat(price.remainder(instrument.tickSize()).signum()).isZero();
    }

    private static Instrument priced(String symbol, String price, String tickSize) {
        return new Instrument(
                new Symbol(symbol),
                symbol,
                "Energy",
                "XNYS",
                "USD",
                new BigDecimal(tickSize),
                new BigDecimal(price),
                BigDecimal.valueOf(7),
                BigDecimal.valueOf(7),
                BigDecimal.ONE);
    }
}
