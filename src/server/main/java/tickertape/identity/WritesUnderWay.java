package tickertape.identity;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/// The requests of each account that change something and have no answer yet. Who deletes an account waits for them, so
/// that none of them writes anything of it afterwards. Safe for any thread.
public final class WritesUnderWay {

    private static final Logger LOG = System.getLogger(WritesUnderWay.class.getName());

    /// Who was authenticated before an account was closed begins a moment later, so this many are enough.
    private static final int REMEMBERED = 10_000;

    private final Duration patience;
    private final LongSupplier nanoTime;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> closed = Collections.newSetFromMap(new LinkedHashMap<>() {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    /// @param patience how long to wait for requests that do not end, such as a feed
    /// @param nanoTime a monotonic clock
    public WritesUnderWay(Duration patience, LongSupplier nanoTime) {
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /// Throws `ProblemException` 401 if the account is closed; [#end] must follow otherwise.
    public synchronized void begin(String account) {
        if (closed.contains(account)) {
            throw gone();
        }
        counts.merge(account, 1, Integer::sum);
    }

    public synchronized void end(String account) {
        counts.computeIfPresent(account, (_, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }

    /// Lets no more requests of an account begin, and waits until the caller's is the last one. Throws
    /// `ProblemException`
    /// 401 if another request has closed it, and 503 if the thread is interrupted.
    public synchronized void close(String account) {
        if (!closed.add(account)) {
            throw gone();
        }
        long begun = nanoTime.getAsLong();
        try {
            for (Duration left = patience; isBusy(account) && left.isPositive(); left = left(begun)) {
                // Rounded up, because zero is for ever.
                wait(left.toMillis() + 1);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            reopen(account);
            throw Callers.unavailable();
        }
        if (isBusy(account)) {
            LOG.log(
                    Level.WARNING,
                    "An account is deleted, although {0} of its requests have not ended after {1} s",
                    counts.getOrDefault(account, 0) - 1,
                    patience.toSeconds());
        }
    }

    /// The account stays after all.
    public synchronized void reopen(String account) {
        closed.remove(account);
    }

    private Duration left(long begun) {
        return patience.minusNanos(nanoTime.getAsLong() - begun);
    }

    private boolean isBusy(String account) {
        return counts.getOrDefault(account, 0) > 1;
    }

    private static RuntimeException gone() {
        return Callers.unauthorized("the account is gone");
    }
}
