package tickertape.market.feed;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.market.feed.simulation.Pace;
import tickertape.market.feed.simulation.TradingDay;
import tickertape.web.start.SettingBounds;

/// What the simulated market is like: the settings `simulator.*`.
///
/// Optional ones have no initial value, because MicroProfile Config turns it into text and reads that back.
@Dependent
@ConfigProperties(prefix = "simulator")
@SuppressWarnings("NullAway.Init")
public class SimulatorSettings {

    private static final int MAX_INSTRUMENTS = 2000;
    private static final Duration LONGEST_DAY = Duration.ofDays(365);

    /// How many instruments to trade, at most 2,000: the first ones have the names of real companies, the rest are
    /// synthetic, and all prices are made up.
    int instruments = 50;

    /// The seed of the random numbers: the same seed gives the same prices; a random one when it is not set.
    Optional<Long> seed;

    /// Whether prices go on where an earlier run of this server stopped; with a seed of its own, each run begins
    /// anew.
    @ConfigProperty(name = "continue")
    boolean goesOn = true;

    /// `bursty`, as markets are, or `steady`: one new quote of everything at every tick, for benchmarks.
    Pace pace = Pace.BURSTY;

    /// How long a whole trading day takes, such as `PT8M`: 1/8 before the session, 13/16 session, 1/16 closed; when it
    /// is not set, the market never closes.
    Optional<Duration> day;

    /// The checked number of instruments; throws `IllegalArgumentException`.
    int instruments() {
        return SettingBounds.check("simulator.instruments", 1, instruments, MAX_INSTRUMENTS);
    }

    /// Whether to begin anew, although an earlier run is known.
    boolean beginsAnew() {
        return seed.isPresent() || !goesOn;
    }

    /// For the line that the start leaves in the log.
    ///
    /// @param seed the one in use: it gives these prices again
    String inWords(long seed) {
        return "simulated, seed %s, pace %s, day %s"
                .formatted(
                        seed,
                        pace.name().toLowerCase(Locale.ROOT),
                        day.map(Duration::toString).orElse("endless"));
    }

    /// The trading day as set; throws `IllegalArgumentException` when it is too short or too long.
    TradingDay day(Duration interval) {
        day.ifPresent(length -> SettingBounds.check(
                "simulator.day", interval.multipliedBy(TradingDay.SHORTEST_TICKS), length, LONGEST_DAY));
        return day.map(length -> TradingDay.compressed(length, interval)).orElseGet(() -> TradingDay.endless(interval));
    }
}
