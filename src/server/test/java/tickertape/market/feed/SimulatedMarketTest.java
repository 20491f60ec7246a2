package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tickertape.market.Instrument;
import tickertape.market.feed.simulation.Pace;
import tickertape.wire.Symbol;

/// The simulated market has the statistics of real ones.
///
/// One instrument may deviate a little, as samples do; the mean of all may not.
class SimulatedMarketTest {

    /// From the fund with the narrowest spread to a bank at 14 dollars and a stock at 5,000.
    private static final List<Instrument> INSTRUMENTS =
            named("SPY", "AAPL", "TSLA", "JPM", "BAC", "KO", "XOM", "LLY", "INTC", "BKNG", "HBAN");

    private static final Map<Symbol, ObservedInstrument> QUOTED =
            ObservedInstrument.watch(INSTRUMENTS, Duration.ofSeconds(5), Pace.STEADY, 30);
    private static final Map<Symbol, ObservedInstrument> TRADED =
            ObservedInstrument.watch(INSTRUMENTS, Duration.ofSeconds(1), Pace.BURSTY, 4);

    @Test
    void returnsVaryAsTheInstrumentsSay() {
        assertEach(QUOTED, SimulatedMarketTest::relativeDeviation, 0.92, 1.08);
        assertEach(QUOTED, SimulatedMarketTest::deviation, 2.8, 7.3);
    }

    @Test
    void returnsHaveFatTails() {
        assertEach(QUOTED, SimulatedMarketTest::kurtosis, 4.5, 7);
        assertThat(mean(QUOTED, SimulatedMarketTest::kurtosis)).isBetween(5.0, 6.2);
    }

    @Test
    void returnsAreNotCorrelatedWithTheOnesBefore() {
        assertEach(QUOTED, o -> Statistics.autocorrelation(o.returns()), -0.05, 0.03);
        assertThat(mean(QUOTED, o -> Statistics.autocorrelation(o.returns()))).isBetween(-0.015, 0.015);
    }

    @Test
    void sizesOfReturnsAreCorrelatedWithTheOnesBefore() {
        assertEach(QUOTED, o -> Statistics.autocorrelation(Statistics.absolute(o.returns())), 0.13, 0.26);
    }

    @Test
    void stocksMoveTogetherMoreInASectorAndMostWithFunds() {
        assertThat(correlation("AAPL", "KO")).isBetween(0.25, 0.45);
        assertThat(correlation("JPM", "BAC")).isBetween(0.4, 0.55);
        assertThat(correlation("SPY", "AAPL")).isBetween(0.45, 0.65);
    }

    @Test
    void spreadsAreAsTheInstrumentsSay() {
        assertEach(QUOTED, o -> o.spread() / o.instrument().spread().doubleValue(), 0.92, 1.08);
        assertEach(QUOTED, ObservedInstrument::spread, 0.6, 7.6);
    }

    @Test
    void tradesComeAsOftenAsRealOnes() {
        assertEach(TRADED, ObservedInstrument::rate, 1.4, 19);
        assertThat(rate("SPY")).isGreaterThan(5 * rate("HBAN"));
    }

    @Test
    void tradesComeInBursts() {
        assertEach(TRADED, ObservedInstrument::burstiness, 3, 4);
    }

    @Test
    void tradesAreOfOneOrTwoLots() {
        assertEach(TRADED, ObservedInstrument::size, 100, 200);
    }

    @Test
    void volumeIsHighAtTheOpenAndAtTheClose() {
        assertEach(TRADED, o -> o.volume(0) / o.volume(6), 2, 6);
        assertEach(TRADED, o -> o.volume(12) / o.volume(6), 2, 6);
    }

    @Test
    void shorterIntervalGivesTheSameFigures() {
        Map<Symbol, ObservedInstrument> fine =
                ObservedInstrument.watch(INSTRUMENTS, Duration.ofMillis(50), Pace.BURSTY, 1);

        List<ToDoubleFunction<ObservedInstrument>> figures = List.of(
                SimulatedMarketTest::deviation,
                ObservedInstrument::rate,
                ObservedInstrument::burstiness,
                ObservedInstrument::spread,
                ObservedInstrument::size);
        assertThat(figures)
                .allSatisfy(
                        figure -> assertThat(mean(fine, figure)).isCloseTo(mean(TRADED, figure), withinPercentage(10)));
    }

    private static List<Instrument> named(String... symbols) {
        List<Instrument> all = InstrumentList.first(148);
        return Stream.of(symbols)
                .map(symbol -> all.stream()
                        .filter(instrument -> instrument.symbol().text().equals(symbol))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static double deviation(ObservedInstrument observed) {
        return Statistics.deviation(observed.returns());
    }

    private static double relativeDeviation(ObservedInstrument observed) {
        return deviation(observed) / observed.instrument().volatility().doubleValue();
    }

    private static double kurtosis(ObservedInstrument observed) {
        return Statistics.kurtosis(observed.returns());
    }

    private static double correlation(String one, String other) {
        return Statistics.correlation(
                observed(QUOTED, one).returns(), observed(QUOTED, other).returns());
    }

    private static double rate(String symbol) {
        return observed(TRADED, symbol).rate();
    }

    private static ObservedInstrument observed(Map<Symbol, ObservedInstrument> market, String symbol) {
        return Objects.requireNonNull(market.get(new Symbol(symbol)));
    }

    private static void assertEach(
            Map<Symbol, ObservedInstrument> market,
            ToDoubleFunction<ObservedInstrument> figure,
            double least,
            double most) {
        assertThat(market.values())
                .hasSameSizeAs(INSTRUMENTS)
                .allSatisfy(
                        observed -> assertThat(figure.applyAsDouble(observed)).isBetween(least, most));
    }

    private static double mean(Map<Symbol, ObservedInstrument> market, ToDoubleFunction<ObservedInstrument> figure) {
        return market.values().stream().mapToDouble(figure).average().orElseThrow();
    }
}
