package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import tickertape.market.Instrument;
import tickertape.market.feed.simulation.Pace;
import tickertape.wire.Symbol;

/// The simulated market looks like real ones, by the figures that describe them.
///
/// One instrument may stray a little, as samples do; the mean of all must not.
class SimulatedMarketTest {

    /// From the tightest fund to a bank at 14 dollars and a stock at 5,000.
    private static final List<Instrument> INSTRUMENTS =
            Chosen.instruments("SPY", "AAPL", "TSLA", "JPM", "BAC", "KO", "XOM", "LLY", "INTC", "BKNG", "HBAN");

    private static final Map<Symbol, Observed> QUOTED =
            Observed.watch(INSTRUMENTS, Duration.ofSeconds(5), Pace.STEADY, 30);
    private static final Map<Symbol, Observed> TRADED =
            Observed.watch(INSTRUMENTS, Duration.ofSeconds(1), Pace.BURSTY, 4);

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
    void returnsForgetTheOnesBefore() {
        assertEach(QUOTED, o -> Statistics.autocorrelation(o.returns()), -0.05, 0.03);
        assertThat(mean(QUOTED, o -> Statistics.autocorrelation(o.returns()))).isBetween(-0.015, 0.015);
    }

    @Test
    void sizesOfReturnsRememberTheOnesBefore() {
        assertEach(QUOTED, o -> Statistics.autocorrelation(Statistics.absolute(o.returns())), 0.13, 0.26);
    }

    @Test
    void stocksMoveTogetherMoreSoInASectorAndMostWithFunds() {
        assertThat(correlation("AAPL", "KO")).isBetween(0.25, 0.45);
        assertThat(correlation("JPM", "BAC")).isBetween(0.4, 0.55);
        assertThat(correlation("SPY", "AAPL")).isBetween(0.45, 0.65);
    }

    @Test
    void spreadsAreAsTheInstrumentsSay() {
        assertEach(QUOTED, o -> o.spread() / o.instrument().spread().doubleValue(), 0.92, 1.08);
        assertEach(QUOTED, Observed::spread, 0.6, 7.6);
    }

    @Test
    void tradesComeAsOftenAsRealOnes() {
        assertEach(TRADED, Observed::rate, 1.4, 19);
        assertThat(rate("SPY")).isGreaterThan(5 * rate("HBAN"));
    }

    @Test
    void tradesComeInBursts() {
        assertEach(TRADED, Observed::burstiness, 3, 4);
    }

    @Test
    void tradesAreOfOneOrTwoLots() {
        assertEach(TRADED, Observed::size, 100, 200);
    }

    @Test
    void volumeIsHighAtTheOpenAndAtTheClose() {
        assertEach(TRADED, o -> o.volume(0) / o.volume(6), 2, 6);
        assertEach(TRADED, o -> o.volume(12) / o.volume(6), 2, 6);
    }

    @Test
    void shorterIntervalTellsTheSameStory() {
        Map<Symbol, Observed> fine = Observed.watch(INSTRUMENTS, Duration.ofMillis(50), Pace.BURSTY, 1);

        List<ToDoubleFunction<Observed>> figures = List.of(
                SimulatedMarketTest::deviation, Observed::rate, Observed::burstiness, Observed::spread, Observed::size);
        assertThat(figures)
                .allSatisfy(
                        figure -> assertThat(mean(fine, figure)).isCloseTo(mean(TRADED, figure), withinPercentage(10)));
    }

    private static double deviation(Observed observed) {
        return Statistics.deviation(observed.returns());
    }

    private static double relativeDeviation(Observed observed) {
        return deviation(observed) / observed.instrument().volatility().doubleValue();
    }

    private static double kurtosis(Observed observed) {
        return Statistics.kurtosis(observed.returns());
    }

    private static double correlation(String one, String other) {
        return Statistics.correlation(
                observed(QUOTED, one).returns(), observed(QUOTED, other).returns());
    }

    private static double rate(String symbol) {
        return observed(TRADED, symbol).rate();
    }

    private static Observed observed(Map<Symbol, Observed> market, String symbol) {
        return Objects.requireNonNull(market.get(new Symbol(symbol)));
    }

    private static void assertEach(
            Map<Symbol, Observed> market, ToDoubleFunction<Observed> figure, double least, double most) {
        assertThat(market.values())
                .hasSameSizeAs(INSTRUMENTS)
                .allSatisfy(
                        observed -> assertThat(figure.applyAsDouble(observed)).isBetween(least, most));
    }

    private static double mean(Map<Symbol, Observed> market, ToDoubleFunction<Observed> figure) {
        return market.values().stream().mapToDouble(figure).average().orElseThrow();
    }
}
