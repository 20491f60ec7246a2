package tickertape.store;

import org.jspecify.annotations.Nullable;

/// Says that a transaction failed, and whether to try it again.
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean retryable;

    DatabaseException(String message, boolean retryable, @Nullable Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /// Whether the same work may succeed later: the database is away, locked or full. Otherwise the work itself is
    /// faulty, such as a row that the schema refuses.
    public boolean isRetryable() {
        return retryable;
    }
}
