package bench.load;

import java.time.Duration;
import java.util.function.Supplier;

/// The time in which events are counted: it begins some time after all have connected. One thread uses it.
final class Window {

    private final Plan plan;
    private final Supplier<Duration> cpuClock;
    private final long begun = System.nanoTime();
    private Phase phase = Phase.CONNECTING;
    private long since = begun;
    private Duration connecting = Duration.ZERO;
    private Duration counted = Duration.ZERO;
    private Duration cpu = Duration.ZERO;

    enum Phase {
        CONNECTING,
        WARMING_UP,
        COUNTING,
        OVER
    }

    Window(Plan plan, Supplier<Duration> cpuClock) {
        this.plan = plan;
        this.cpuClock = cpuClock;
    }

    /// Enters the next phase when it is time.
    ///
    /// @param allHere whether every reader's stream has begun, or been refused
    Phase at(long now, boolean allHere) {
        switch (phase) {
            case CONNECTING -> {
                if (allHere) {
                    connecting = Duration.ofNanos(now - begun);
                    enter(Phase.WARMING_UP, now);
                }
            }
            case WARMING_UP -> {
                if (now - since >= plan.warmUp().toNanos()) {
                    cpu = cpuClock.get();
                    enter(Phase.COUNTING, now);
                }
            }
            case COUNTING -> {
                if (now - since >= plan.counted().toNanos()) {
                    cpu = cpuClock.get().minus(cpu);
                    counted = Duration.ofNanos(now - since);
                    enter(Phase.OVER, now);
                }
            }
            case OVER -> {}
        }
        return phase;
    }

    private void enter(Phase next, long now) {
        phase = next;
        since = now;
    }

    Duration connecting() {
        return connecting;
    }

    Duration counted() {
        return counted;
    }

    Duration cpu() {
        return cpu;
    }
}
