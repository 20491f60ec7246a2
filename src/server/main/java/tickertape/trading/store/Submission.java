package tickertape.trading.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import tickertape.web.ProblemException;

/// A command that was handed in. Safe for any thread.
///
/// @param result what comes of it, when it is on the disk
/// @param withdrawal takes the command back; returns false if the worker has it already
public record Submission(CompletableFuture<Outcome> result, BooleanSupplier withdrawal) {

    /// How long a command waits for the worker.
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int RETRY_SECONDS = 5;

    /// The same, with something that is made of the outcome.
    public Submission map(UnaryOperator<Outcome> check) {
        return new Submission(result.thenApply(check), withdrawal);
    }

    /// Waits for the outcome. Throws the `ProblemException` that it failed by, or a 503 that says whether something may
    /// still come of it: nothing does of a command that the worker has not taken.
    public Outcome await(Duration patience) {
        try {
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ProblemException refused) {
                throw refused;
            }
            throw inDoubt();
        } catch (TimeoutException late) {
            throw givenUp();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw givenUp();
        }
    }

    private ProblemException givenUp() {
        return withdrawal.getAsBoolean() ? notTaken() : inDoubt();
    }

    /// A 503 for a command that nobody has begun to book.
    public static ProblemException notTaken() {
        return ProblemException.unavailable(
                "the books can't be written now, and nothing comes of this request: send it again later",
                RETRY_SECONDS);
    }

    private static ProblemException inDoubt() {
        return ProblemException.unavailable(
                "nobody knows yet whether it was booked: send it again with the same clOrdId", RETRY_SECONDS);
    }
}
