package tickertape.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Limits how often somebody may do something, by a token bucket each. Safe for any thread.
///
/// It remembers a limited number of them. One that is forgotten, because others came more recently, starts anew with a
/// full bucket.
public final class RateLimiter {

    static final int REMEMBERED = 10_000;

    private final int perMinute;
    private final TimeMeter clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// @param perMinute how often each may, all at once or spread over the minute
    public RateLimiter(int perMinute, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        clock = new Clock(nanoTime, nanoTime.getAsLong());
    }

    /// Takes one from what somebody has left.
    ///
    /// @param key who it is: an address, or the id of an account
    /// @return nothing if it may; else how many seconds it has to wait
    public OptionalLong secondsToWait(String key) {
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.ceilDiv(probe.getNanosToWaitForRefill(), TimeUnit.SECONDS.toNanos(1)));
    }

    private Bucket bucket(String key) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    key,
                    _ -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                            .withCustomTimePrecision(clock)
                            .build());
        }
    }

    // From 0 on, because a bucket does not expect the clock to overflow.
    private record Clock(LongSupplier nanoTime, long start) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return nanoTime.getAsLong() - start;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
