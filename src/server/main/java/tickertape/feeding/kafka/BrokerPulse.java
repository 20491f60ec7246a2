package tickertape.feeding.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;

/// Whether brokers answer. A client does not tell: while they are away, it asks again and again and gets nothing, as
/// where
/// there is nothing new. But a broker that has nothing new answers twice a second, and the client counts that. One
/// thread
/// uses it.
final class BrokerPulse {

    /// Longer than a broker that is there takes.
    static final Duration SILENCE = Duration.ofSeconds(3);

    private static final String FETCHES = "fetch-total";
    private static final String GROUP = "consumer-fetch-manager-metrics";

    private final Consumer<?, ?> consumer;
    private final LongSupplier nanoTime;
    private @Nullable Metric answers;
    private double before;
    private long heard;

    /// @param nanoTime a monotonic clock
    BrokerPulse(Consumer<?, ?> consumer, LongSupplier nanoTime) {
        this.consumer = consumer;
        this.nanoTime = nanoTime;
        heard = nanoTime.getAsLong();
    }

    /// Looks, and tells whether they have answered lately.
    ///
    /// @param news whether there were records since the last look
    boolean beats(boolean news) {
        long now = nanoTime.getAsLong();
        double count = count();
        if (news || count > before) {
            heard = now;
        }
        before = count;
        return now - heard < SILENCE.toNanos();
    }

    private double count() {
        if (answers == null) {
            for (var metric : consumer.metrics().entrySet()) {
                MetricName name = metric.getKey();
                if (name.name().equals(FETCHES) && name.group().equals(GROUP)) {
                    answers = metric.getValue();
                }
            }
        }
        return answers == null ? 0 : (double) answers.metricValue();
    }
}
