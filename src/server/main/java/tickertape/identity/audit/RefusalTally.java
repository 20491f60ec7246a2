package tickertape.identity.audit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import tickertape.web.RateLimiter;

/// Decides which refusals get an entry, so that a flood of them does not fill the table: one of each kind, caller and
/// minute, and so many a minute in all. The next entry tells how many there were. Safe for any thread.
final class RefusalTally {

    static final int PER_MINUTE = 60;

    private static final int REMEMBERED = 1_000;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private final RateLimiter all;
    private final Map<Refusal, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<Refusal, Count> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// What is counted together.
    record Refusal(AuditAction action, String address, String account) {}

    /// @param waiting that have no entry yet
    /// @param next when they may get one
    private record Count(long waiting, long next) {}

    /// @param nanoTime a monotonic clock
    RefusalTally(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        all = new RateLimiter(PER_MINUTE, nanoTime);
    }

    /// Counts one.
    ///
    /// @return how many an entry is to tell of, if it is time for one
    OptionalLong count(Refusal refusal) {
        synchronized (counts) {
            long now = nanoTime.getAsLong();
            Count before = counts.getOrDefault(refusal, new Count(0, now));
            long waiting = before.waiting() + 1;
            if (now - before.next() < 0 || all.secondsToWait("").isPresent()) {
                counts.put(refusal, new Count(waiting, before.next()));
                return OptionalLong.empty();
            }
            counts.put(refusal, new Count(0, now + PAUSE.toNanos()));
            return OptionalLong.of(waiting);
        }
    }
}
