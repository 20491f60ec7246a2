package tickertape.web.write;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Limits how often one address may write, by a token bucket each. Safe for any thread.
///
/// It remembers a limited number of addresses. One that is forgotten, because others wrote more recently, starts anew
/// with a full bucket.
final class WriteRate {

    static final int ADDRESSES = 10_000;

    private final int perMinute;
    private final TimeMeter clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES;
        }
    };

    /// @param perMinute how many writes an address has, all at once or spread over the minute
    WriteRate(int perMinute, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        clock = new Clock(nanoTime, nanoTime.getAsLong());
    }

    /// Takes one write from what the address has left.
    ///
    /// @return nothing if it may write; else how many seconds it has to wait
    OptionalLong secondsToWait(String address) {
        ConsumptionProbe probe = bucket(address).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.ceilDiv(probe.getNanosToWaitForRefill(), TimeUnit.SECONDS.toNanos(1)));
    }

    private Bucket bucket(String address) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    address,
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
