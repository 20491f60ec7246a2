package tickertape.store;

import java.sql.SQLException;
import java.util.Set;

/// What failures of JDBC mean.
final class SqlFailures {

    /// Classes of SQL states that say that the work itself is at fault: features, cardinality, data, constraints,
    /// syntax.
    private static final Set<String> FAULTS_OF_THE_WORK = Set.of("07", "0A", "21", "22", "23", "42");

    private SqlFailures() {}

    /// Whether the same work may succeed later.
    static boolean isRetryable(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.length() < 2 || !FAULTS_OF_THE_WORK.contains(state.substring(0, 2));
    }

    /// Whether it is a check of H2 about itself that has failed, and none of ours.
    static boolean isOfDriver(AssertionError failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("org.h2.");
    }

    /// In one line: the message of the deepest cause, because those around it only say that they have one.
    static String message(SQLException failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && deepest.getCause().getMessage() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
