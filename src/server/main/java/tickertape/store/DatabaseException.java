package tickertape.store;

import org.jspecify.annotations.Nullable;

/// Says that a transaction failed, and whether to try it again.
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean retryable;
    private final boolean away;

    DatabaseException(String message, boolean retryable, @Nullable Throwable cause) {
        this(message, retryable, false, cause);
    }

    private DatabaseException(String message, boolean retryable, boolean away, @Nullable Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
        this.away = away;
    }

    static DatabaseException away(String message, @Nullable Throwable cause) {
        return new DatabaseException(message, true, true, cause);
    }

    /// Whether the database does not answer at all. One that is locked or slow does: others may still be served.
    public boolean isAway() {
        return away;
    }

    /// Whether the same work may succeed later: the database is away, locked or full. Otherwise the work itself is
    /// faulty, such as a row that the schema refuses.
    public boolean isRetryable() {
        return retryable;
    }
}
