package tickertape.tape.stream;

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
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.tape.DelayedTape;
import tickertape.web.PeriodicTask;

/// Puts on the delayed tape, some times a second, what has become old enough; does nothing where nobody sees prices
/// late.
///
/// This happens on a thread of its own, which no request can hold; the container's timer starts it and supervises it.
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReleaseTimer {

    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final long SUPERVISION_MILLIS = 1000;

    // Fields, because the container makes an EJB by a constructor without arguments.
    @Resource
    TimerService timers;

    @Resource(lookup = StreamBeans.HEARTBEAT_THREAD)
    ManagedThreadFactory thread;

    @Inject
    StreamHub hub;

    @Inject
    CallerTapes tapes;

    @Inject
    DelayLog log;

    private @Nullable PeriodicTask releases;

    @PostConstruct
    void start() {
        Optional<DelayedTape> delayed = tapes.delayed();
        if (delayed.isPresent()) {
            releases = new PeriodicTask(thread, INTERVAL, () -> release(delayed.get()));
            supervise();
            timers.createIntervalTimer(SUPERVISION_MILLIS, SUPERVISION_MILLIS, new TimerConfig(null, false));
        }
    }

    @Timeout
    void supervise() {
        if (releases != null) {
            releases.keepRunning();
        }
    }

    private void release(DelayedTape delayed) {
        if (delayed.release()) {
            hub.wakeAll();
        }
        log.update();
    }

    @PreDestroy
    void stop() {
        if (releases != null) {
            releases.close();
        }
    }
}
