package tickertape.web.start;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Why the application does not start: one line with all reasons.
///
/// The line is the first that the log says of the failure, and the last, after all that the server has to say.
final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final Logger LOG = System.getLogger(StartFailure.class.getName());
    private static final int TRIES = 60;
    private static final Executor LAST_LINES = Poll.after(Duration.ofSeconds(3));

    /// @param cause whose stack trace the server dumps; null where the reasons say all
    StartFailure(List<String> reasons, @Nullable Throwable cause) {
        super("Tickertape does not start: " + String.join("; ", reasons), cause);
    }

    /// @param failures at least one
    static StartFailure of(List<RuntimeException> failures) {
        return new StartFailure(
                failures.stream().map(StartFailure::reason).distinct().toList(), failures.getFirst());
    }

    /// Logs the line now, and again once the server has started without the application.
    ///
    /// @param started whether the server has
    void log(BooleanSupplier started) {
        Runnable line = () -> LOG.log(Level.ERROR, getMessage());
        line.run();
        // The server's last lines follow within milliseconds; nothing tells an application that they are written.
        new Poll(TRIES, started, _ -> LAST_LINES.execute(line)).start();
    }

    // Without those that the container wraps around ours.
    private static String reason(Throwable failure) {
        Throwable ours = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(cause -> !cause.getClass().getName().matches("(org\\.jboss\\.weld|jakarta)\\..*"))
                .findFirst()
                .orElse(failure);
        boolean says = ours instanceof IllegalArgumentException
                || ours.getClass().getName().startsWith("tickertape.");
        return String.valueOf(says ? ours.getMessage() : ours).replaceAll("\\s+", " ");
    }
}
