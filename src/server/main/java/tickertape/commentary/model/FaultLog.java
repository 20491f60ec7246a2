package tickertape.commentary.model;

import java.lang.System.Logger.Level;
import java.util.function.LongSupplier;
import tickertape.commentary.author.AuthorException;
import tickertape.commentary.author.EndReason;
import tickertape.web.monitoring.OutcomeLog;

/// Logs texts that end because of the provider. Safe for any thread.
final class FaultLog {

    private final String model;
    private final OutcomeLog<EndReason> log;

    /// @param nanoTime a monotonic clock
    FaultLog(String model, LongSupplier nanoTime) {
        this.model = model;
        log = new OutcomeLog<>(
                System.getLogger(FaultLog.class.getName()),
                nanoTime,
                "{0} texts of the model {1} ended as {2}, the last of them because: {3}",
                EndReason.class);
    }

    void add(AuthorException fault) {
        EndReason reason = fault.reason();
        log.add(reason, level(reason), model, reason.text(), String.valueOf(fault.getMessage()));
    }

    private static Level level(EndReason reason) {
        return switch (reason) {
            case SLOW, FAILED, INTERRUPTED -> Level.WARNING;
            case COMPLETE, STOPPED, SHUTDOWN, LIMIT, BUSY, BUDGET -> Level.INFO;
        };
    }
}
