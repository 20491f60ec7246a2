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
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.web.PeriodicTask;

/// Wakes all subscribers now and then, whether or not there is anything new: each looks whether its client has
/// waited long enough for a heartbeat, and the broadcaster forgets those that have ended. The log and the health
/// checks of the streams are updated with it. It starts the releases of the delayed tape, too: one more EJB would make
/// Liberty say more at each deployment than it lets through.
///
/// This happens on a thread of its own, which no request can hold; the container's timer starts it and supervises it.
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HeartbeatTimer {

    private static final long LONGEST_MILLIS = 1000;
    private static final long SUPERVISION_MILLIS = 1000;

    // Fields, because the container makes an EJB by a constructor without arguments.
    @Resource
    TimerService timers;

    @Resource(lookup = StreamBeans.HEARTBEAT_THREAD)
    ManagedThreadFactory thread;

    @Inject
    StreamHub hub;

    @Inject
    StreamHealth health;

    @Inject
    StreamLog log;

    @Inject
    Releases releases;

    @Inject
    @ConfigProperties(prefix = "stream")
    StreamSettings settings;

    private PeriodicTask heartbeats;

    @PostConstruct
    void start() {
        // A heartbeat comes at most a quarter too late.
        long every = Math.clamp(settings.checked().heartbeat.toMillis() / 4, 50, LONGEST_MILLIS);
        heartbeats = new PeriodicTask(thread, Duration.ofMillis(every), this::wake);
        supervise();
        timers.createIntervalTimer(SUPERVISION_MILLIS, SUPERVISION_MILLIS, new TimerConfig(null, false));
    }

    @Timeout
    void supervise() {
        heartbeats.keepRunning();
        releases.keepRunning(thread);
    }

    private void wake() {
        hub.wakeAll();
        log.update();
        health.progress();
    }

    @PreDestroy
    void stop() {
        heartbeats.close();
        releases.close();
    }
}
