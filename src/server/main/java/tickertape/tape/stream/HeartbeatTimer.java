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

/// Wakes all subscribers now and then, whether or not there is news: each looks whether its client has waited long
/// enough for a heartbeat, and the broadcaster forgets those that have ended. With that goes what else must be done
/// again and again.
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HeartbeatTimer {

    private static final long LONGEST_MILLIS = 1000;

    @Resource
    TimerService timers;

    @Inject
    StreamHub broadcast;

    @Inject
    StreamHealth health;

    @Inject
    StreamLog bulletin;

    @Inject
    @ConfigProperties(prefix = "stream")
    StreamSettings settings;

    @PostConstruct
    void start() {
        // A quarter: a heartbeat comes at most that much too late.
        long every = Math.clamp(settings.checked().heartbeat.toMillis() / 4, 50, LONGEST_MILLIS);
        timers.createIntervalTimer(every, every, new TimerConfig(null, false));
    }

    @Timeout
    void ring(Timer due) {
        broadcast.ring();
        bulletin.tell();
        health.beat();
    }
}
