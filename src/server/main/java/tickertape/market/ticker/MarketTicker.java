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
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// The container's timer that runs a [TickLoop] once an interval.
///
/// The container never runs two ticks at once, and ends them with the application. The market and its feed are made
/// when the application starts; it does not start when they can't be.
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MarketTicker {

    @Resource
    TimerService timers;

    @Resource(lookup = MarketBeans.THREADS)
    ManagedExecutorService threads;

    // Liberty wants a public constructor without parameters (CNTR5007E), so these are fields.
    @Inject
    TickLoop loop;

    @Inject
    TickListeners listeners;

    @Inject
    @ConfigProperties
    TickerSettings settings;

    @PostConstruct
    void start() {
        listeners.start(threads);
        long millis = settings.interval().toMillis();
        timers.createIntervalTimer(millis, millis, new TimerConfig(null, false));
    }

    @Timeout
    void tick() {
        loop.run();
    }

    @PreDestroy
    void stop() {
        listeners.close();
    }
}
