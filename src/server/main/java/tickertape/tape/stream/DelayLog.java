package tickertape.tape.stream;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.LongSupplier;
import tickertape.tape.DelayedTape;
import tickertape.web.monitoring.AggregateLog;

/// Logs that too much waits for the delayed tape. One thread calls it.
final class DelayLog {

    private static final Logger LOG = System.getLogger(DelayLog.class.getName());

    private final AggregateLog merged;

    DelayLog(CallerTapes tapes, LongSupplier nanoTime) {
        merged = new AggregateLog(
                LOG,
                Level.WARNING,
                nanoTime,
                "Too much waits for who sees prices late (quotes.delay-memory): {0} messages merged or lost",
                () -> tapes.delayed().map(DelayedTape::merged).orElse(0L));
    }

    void update() {
        merged.update();
    }
}
