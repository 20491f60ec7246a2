package tickertape.market.ticker;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.market.Market;
import tickertape.market.Tick;
import tickertape.web.monitoring.ProgressMonitor;

/// The beat: moves the market once an interval and fires one [Tick] each time.
///
/// The container never runs two beats at once, and ends them with the application. The market and its feed are made
/// when the application starts; it does not start when they can't be.
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class MarketTicker {

    private static final Logger LOG = System.getLogger(MarketTicker.class.getName());

    @Inject
    Market market;

    @Inject
    Event<Tick> ticks;

    @Inject
    @ConfigProperties
    TickerSettings settings;

    @Inject
    @Named(MarketBeans.BEAT)
    ProgressMonitor pulse;

    @Inject
    MarketMetrics metrics;

    @Resource
    TimerService timers;

    InstantSource clock = Clock.systemUTC();

    private LateTickFilter cadence;
    private boolean failing;

    @PostConstruct
    void start() {
        cadence = new LateTickFilter(settings.interval());
        long millis = settings.interval().toMillis();
        timers.createIntervalTimer(millis, millis, new TimerConfig(null, false));
    }

    @Timeout
    void beat() {
        long now = System.nanoTime();
        if (cadence.due(now)) {
            tick();
            metrics.took(Duration.ofNanos(System.nanoTime() - now));
        } else {
            metrics.skip();
        }
        pulse.beat();
    }

    // Whatever an observer throws, Errors too, must not reach the container: it would wait 300 s for the next beat.
    void tick() {
        try {
            move();
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

    // A feed that fails is a silent one, and its quotes must turn stale too.
    private void move() {
        try {
            market.listen(clock.instant());
        } finally {
            ticks.fire(market.publish());
        }
    }
}
