package tickertape.market.ticker;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
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
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.web.PeriodicTask;

/// The container's timer that starts the ticker and supervises it: a [TickLoop] runs once an interval.
///
/// The ticks have a thread of their own, because requests and timers share the server's threads, and clients can hold
/// all of those. They end with the application. The market and its feed are made when the application starts; it does
/// not start when they can't be.
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MarketTicker {

    private static final long SUPERVISION_MILLIS = 1000;

    @Resource
    TimerService timers;

    @Resource(lookup = MarketBeans.THREADS)
    ManagedExecutorService threads;

    @Resource(lookup = MarketBeans.TICK_THREAD)
    ManagedThreadFactory tickThread;

    // Liberty wants a public constructor without parameters (CNTR5007E), so these are fields.
    @Inject
    TickLoop loop;

    @Inject
    TickListeners listeners;

    @Inject
    @ConfigProperties
    TickerSettings settings;

    private PeriodicTask ticks;

    @PostConstruct
    void start() {
        listeners.start(threads);
        ticks = new PeriodicTask(tickThread, settings.interval(), loop::run);
        ticks.keepRunning();
        timers.createIntervalTimer(SUPERVISION_MILLIS, SUPERVISION_MILLIS, new TimerConfig(null, false));
    }

    @Timeout
    void supervise() {
        ticks.keepRunning();
    }

    @PreDestroy
    void stop() {
        ticks.close();
        loop.end();
        listeners.close();
    }
}
