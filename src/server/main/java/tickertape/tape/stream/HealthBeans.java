package tickertape.tape.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import tickertape.tape.Tape;
import tickertape.web.NanoTime;

/// Offers the checks of [StreamHealth] to the platform.
@ApplicationScoped
public class HealthBeans {

    @Produces
    @Singleton
    static StreamHealth health(Tape tape, StreamHub hub, @NanoTime LongSupplier nanoTime) {
        return new StreamHealth(tape, hub, nanoTime);
    }

    @Produces
    @Singleton
    @Startup
    static HealthCheck started(StreamHealth health) {
        return health.started();
    }

    @Produces
    @Singleton
    @Readiness
    static HealthCheck open(StreamHealth health) {
        return health.open();
    }

    @Produces
    @Singleton
    @Liveness
    static HealthCheck timersFire(StreamHealth health) {
        return health.timersFire();
    }

    @Produces
    @Singleton
    @Liveness
    static HealthCheck threadsRun(StreamHealth health) {
        return health.threadsRun();
    }
}
