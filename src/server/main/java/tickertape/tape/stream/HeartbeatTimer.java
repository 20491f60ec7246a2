package tickertape.tape.stream;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// Wakes all subscribers now and then, whether or not there is anything new: each looks whether its client has
/// waited long enough for a heartbeat, and the broadcaster forgets those that have ended. The log and the health
/// checks of the streams are updated with it.
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HeartbeatTimer {

    private static final long LONGEST_MILLIS = 1000;

    // Fields, because the container makes an EJB by a constructor without arguments.
    @Resource
    TimerService timers;

    @Inject
    StreamHub hub;

    @Inject
    StreamHealth health;

    @Inject
    StreamLog log;

    @Inject
    @ConfigProperties(prefix = "stream")
    StreamSettings settings;

    @PostConstruct
    void start() {
        // A heartbeat comes at most a quarter too late.
        long every = Math.clamp(settings.checked().heartbeat.toMillis() / 4, 50, LONGEST_MILLIS);
        timers.createIntervalTimer(every, every, new TimerConfig(null, false));
    }

    @Timeout
    void wake(Timer due) {
        hub.wakeAll();
        log.update();
        health.progress();
    }
}
