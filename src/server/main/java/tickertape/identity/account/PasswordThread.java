package tickertape.identity.account;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tickertape.web.ProblemException;

/// The one thread that hashes passwords: however many people sign in, it takes no more than one processor, and
/// the operating system shares that with everybody else. Safe for any thread.
final class PasswordThread implements AutoCloseable {

    /// How many may wait; a hash takes a tenth of a second or two.
    static final int WAITING = 20;

    private static final int RETRY_SECONDS = 5;

    private final ThreadPoolExecutor thread;

    PasswordThread(ThreadFactory threads) {
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                threads,
                new ThreadPoolExecutor.AbortPolicy());
    }

    /// Runs the work, and waits for it; throws `ProblemException` 503 if too many wait already.
    <T> T run(Supplier<T> work) {
        try {
            return thread.submit(work::get).get();
        } catch (RejectedExecutionException full) {
            throw ProblemException.unavailable("too many people sign in at this moment", RETRY_SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password was not hashed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a password was hashed", e);
        }
    }

    /// How many wait at this moment.
    int waiting() {
        return thread.getQueue().size();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
