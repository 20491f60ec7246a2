package tickertape.market.ticker;

import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import tickertape.market.Feed;
import tickertape.market.Leadership;
import tickertape.market.Market;
import tickertape.web.NanoTime;
import tickertape.web.monitoring.HealthFigures;
import tickertape.web.monitoring.LoggedHealthCheck;
import tickertape.web.monitoring.ProgressMonitor;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.web.start.StartupCheck;

/// Wires the one market of the application, what moves it, and what says whether it moves.
@ApplicationScoped
@ContextServiceDefinition(
        name = MarketBeans.CONTEXT,
        cleared = ContextServiceDefinition.ALL_REMAINING,
        propagated = ContextServiceDefinition.APPLICATION)
@ManagedExecutorDefinition(name = MarketBeans.THREADS, virtual = true, context = MarketBeans.CONTEXT)
@ManagedThreadFactoryDefinition(name = MarketBeans.TICK_THREAD, context = MarketBeans.CONTEXT)
public class MarketBeans {

    /// Virtual threads: each calls one tick listener.
    static final String THREADS = "java:module/concurrent/tick-listeners";

    /// The thread that the market ticks on.
    static final String TICK_THREAD = "java:module/concurrent/tick-thread";

    // Feeds and listeners find classes, names and settings as the rest of their application does.
    static final String CONTEXT = "java:module/concurrent/tick-listener-context";

    static final String TICKER = "ticker";

    /// A healthy machine never pauses for so long.
    private static final Duration STUCK = Duration.ofSeconds(15);

    @Produces
    @Singleton
    static Market market(Feed feed) {
        return new Market(feed);
    }

    @Produces
    @Singleton
    static TickListeners listeners(@Any Instance<TickListener> listeners, @NanoTime LongSupplier nanoTime) {
        return new TickListeners(listeners.stream().toList(), nanoTime);
    }

    @Produces
    @Singleton
    static MarketMetrics metrics(TickListeners listeners) {
        return new MarketMetrics(listeners);
    }

    @Produces
    @Singleton
    static TickLoop loop(
            Market market,
            Leadership leadership,
            TickPublisher publisher,
            TickListeners listeners,
            @ConfigProperties TickerSettings settings,
            @Named(TICKER) ProgressMonitor progress,
            MarketMetrics metrics,
            InstantSource clock,
            @NanoTime LongSupplier nanoTime) {
        return new TickLoop(
                market, leadership, publisher, listeners, settings.interval(), progress, metrics, clock, nanoTime);
    }

    /// Notes each tick that has ended, even if it failed.
    @Produces
    @Singleton
    @Named(TICKER)
    static ProgressMonitor progress(@ConfigProperties TickerSettings settings, @NanoTime LongSupplier nanoTime) {
        return new ProgressMonitor(settings.patience(STUCK), nanoTime);
    }

    @Produces
    @Singleton
    @Liveness
    static HealthCheck tickerHealth(@Named(TICKER) ProgressMonitor progress) {
        return new LoggedHealthCheck(() -> progress.as(TICKER));
    }

    @Produces
    @Singleton
    static CoverageMetrics coverage(Market market) {
        return new CoverageMetrics(market);
    }

    /// A feed that has fallen silent is no reason to turn clients away: they are told that prices are stale. One that
    /// others push has nothing before their requests are let in.
    @Produces
    @Singleton
    @Readiness
    static HealthCheck feedHealth(Market market, HealthFigures figures) {
        return new LoggedHealthCheck(() -> figures.in(
                        HealthCheckResponse.named("feed")
                                .status(market.isPushed() || market.coverage().quoted() > 0),
                        Map.of(
                                "quotes",
                                market.coverage().quoted(),
                                "stale",
                                market.coverage().stale()))
                .build());
    }

    @Produces
    static StartupCheck check(@ConfigProperties TickerSettings settings) {
        return settings::interval;
    }

    /// Being parameters here makes them before anything else; whatever they throw is the reason not to start.
    @Produces
    static StartupCheck check(Market market, TickListeners listeners) {
        return () -> {};
    }

    @Produces
    static SettingsSummary summary(@ConfigProperties TickerSettings settings, Market market) {
        return new SettingsSummary(
                "market",
                "a tick every %s, instruments %s"
                        .formatted(settings.interval(), market.instruments().size()));
    }
}
