package tickertape.market.ticker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import tickertape.market.Leadership;
import tickertape.market.Market;
import tickertape.market.Tick;
import tickertape.web.monitoring.ProgressMonitor;

/// What a tick does: it reads the feed, publishes what came of it, and hands that to the listeners. One thread runs it.
final class TickLoop {

    private static final Logger LOG = System.getLogger(TickLoop.class.getName());

    private final Market market;
    private final Leadership leadership;
    private final TickPublisher publisher;
    private final TickListeners listeners;
    private final LateTickFilter filter;
    private final ProgressMonitor progress;
    private final MarketMetrics metrics;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private long term;
    private boolean failing;
    private boolean silent;

    /// @param leadership whether this server moves the market
    /// @param interval from one tick to the next
    /// @param progress notes that a tick has ended, even if it failed
    /// @param nanoTime a monotonic clock
    TickLoop(
            Market market,
            Leadership leadership,
            TickPublisher publisher,
            TickListeners listeners,
            Duration interval,
            ProgressMonitor progress,
            MarketMetrics metrics,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.market = market;
        this.leadership = leadership;
        this.publisher = publisher;
        this.listeners = listeners;
        filter = new LateTickFilter(interval);
        this.progress = progress;
        this.metrics = metrics;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /// Runs one tick, unless it comes in a burst after a late one. Throws nothing.
    void run() {
        long start = nanoTime.getAsLong();
        if (filter.accepts(start)) {
            tick();
            metrics.took(Duration.ofNanos(nanoTime.getAsLong() - start));
        } else {
            metrics.skip();
        }
        progress.record();
    }

    /// Ends the market, when no tick will follow.
    void end() {
        market.end();
    }

    // No failure may reach the container, not even an Error: it would wait 300 s before the next tick.
    private void tick() {
        try {
            advance();
            if (failing) {
                failing = false;
                LOG.log(Level.INFO, "The market ticks again");
            }
        } catch (Throwable failure) {
            metrics.fail();
            if (!failing) {
                failing = true;
                LOG.log(Level.ERROR, "A tick failed; further failures are not logged until one succeeds", failure);
            }
        }
    }

    private void advance() {
        long current = leadership.term();
        if (current == 0) {
            follow();
        } else {
            if (current != term) {
                market.resume(publisher.follow(true), clock.instant());
            }
            // From here on this server knows more of the market than its readers, also if the tick fails.
            term = current;
            lead();
        }
    }

    private void follow() {
        term = 0;
        boolean inTouch = leadership.inTouch();
        market.follow(publisher.follow(inTouch), inTouch);
        logSilence(market.coverage());
    }

    // A feed that fails is a silent one: its quotes must turn stale too.
    private void lead() {
        try {
            market.readFeed(clock.instant());
        } finally {
            publish(market.publish());
            logSilence(market.coverage());
        }
    }

    private void logSilence(Market.Coverage coverage) {
        if (coverage.silent() == silent) {
            return;
        }
        silent = coverage.silent();
        if (silent) {
            LOG.log(
                    Level.WARNING,
                    "The feed has fallen silent: all quotes are stale ({0})",
                    Integer.toString(coverage.stale()));
        } else {
            LOG.log(Level.INFO, "The feed sends again");
        }
    }

    private void publish(Tick tick) {
        if (leadership.term() != term) {
            // It took so long that another server may have moved the market meanwhile.
            return;
        }
        try {
            publisher.publish(tick, () -> listeners.deliver(tick));
        } catch (RuntimeException | Error failure) {
            listeners.deliver(tick);
            throw failure;
        }
    }
}
