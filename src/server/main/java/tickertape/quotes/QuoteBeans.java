package tickertape.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import tickertape.market.Market;
import tickertape.market.ticker.TickerSettings;
import tickertape.tape.Tape;
import tickertape.tape.TopicDefinition;
import tickertape.web.monitoring.LoggedHealthCheck;
import tickertape.web.monitoring.ProgressMonitor;

/// The topics of this feature: quotes and trades keyed by symbol, and the one status of the market; and the board of
/// the newest quotes.
@ApplicationScoped
public class QuoteBeans {

    static final String QUOTE = "quote";
    static final String TRADE = "trade";
    static final String STATUS = "status";

    static final String TAPE = "tape";

    private static final Duration STANDSTILL = Duration.ofSeconds(5);

    /// The newest quote of each symbol.
    @Produces
    @Singleton
    @Named(QUOTE)
    static TopicDefinition quote(Market market) {
        return TopicDefinition.latest(QUOTE).keyedBy("symbol", symbols(market)).asStandard();
    }

    /// Each single trade.
    @Produces
    @Singleton
    @Named(TRADE)
    static TopicDefinition trade(Market market) {
        return TopicDefinition.every(TRADE).keyedBy("symbol", symbols(market));
    }

    /// What the market as a whole is doing.
    @Produces
    @Singleton
    @Named(STATUS)
    static TopicDefinition status() {
        return TopicDefinition.latest(STATUS).asStandard();
    }

    @Produces
    @Singleton
    static LatestQuotes board(Market market, Tape tape) {
        return new LatestQuotes(market.instruments(), tape.epoch());
    }

    /// Beats with every tick whose news, if it brought any, lie on the tape.
    @Produces
    @Singleton
    @Named(TAPE)
    static ProgressMonitor tape(@ConfigProperties TickerSettings settings) {
        return new ProgressMonitor(settings.patience(STANDSTILL), System::nanoTime);
    }

    /// Only while ticks reach the tape is there anything to be had.
    @Produces
    @Singleton
    @Readiness
    static HealthCheck tapeMoves(@Named(TAPE) ProgressMonitor pulse) {
        return new LoggedHealthCheck(() -> pulse.as("tape"));
    }

    private static Predicate<String> symbols(Market market) {
        Set<String> symbols = market.instruments().stream()
                .map(instrument -> instrument.symbol().text())
                .collect(Collectors.toUnmodifiableSet());
        return symbols::contains;
    }
}
