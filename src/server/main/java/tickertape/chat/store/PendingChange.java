package tickertape.chat.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tickertape.web.ProblemException;

/// A change that waits for its transaction, and the request that waits for the change.
///
/// The thread that writes calls [#write], then [#answer] or [#fail]; the one of the request calls [#await].
final class PendingChange<T> {

    private final ChatChange<T> change;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable ProblemException refusal;

    PendingChange(ChatChange<T> change) {
        this.change = change;
    }

    /// A change that is refused must not keep others from being written.
    void write(Connection connection, long revision, Instant now) throws SQLException {
        result = null;
        refusal = null;
        try {
            result = change.write(connection, revision, now);
        } catch (ProblemException refused) {
            refusal = refused;
        }
    }

    /// Its transaction was not committed: what it has noted is void.
    void undo() {
        change.undo();
    }

    /// Its transaction was committed.
    void answer() {
        ProblemException refused = refusal;
        T answered = result;
        if (refused != null) {
            answer.completeExceptionally(refused);
        } else if (answered != null) {
            answer.complete(answered);
        } else {
            answer.completeExceptionally(new IllegalStateException("%s was not written".formatted(change)));
        }
    }

    void fail(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    /// Waits for the answer; throws what it failed by.
    ///
    /// @return whether it is there
    boolean await(Duration time) throws InterruptedException {
        try {
            var _ = answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }

    T answered() {
        return answer.join();
    }
}
