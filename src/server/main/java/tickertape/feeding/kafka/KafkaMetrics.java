package tickertape.feeding.kafka;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import tickertape.feeding.BadLineException;
import tickertape.web.monitoring.MetricFactory;

/// The metrics of what comes from a topic. Safe for any thread.
final class KafkaMetrics implements MultiCollector {

    private static final String KEPT = "kept";
    private static final String LOST = "lost";

    private final Counter refused = MetricFactory.counter(
            "feed_kafka_refused", "Records of the topic that were no good, by what is wrong with them", "reason");
    private final Counter letters = MetricFactory.counter(
            "feed_kafka_dead_letters",
            "Records that were no good and lie in the topic of dead letters, or could not be put there",
            "outcome");
    private final Counter gone =
            MetricFactory.counter("feed_kafka_gone", "Records that the brokers had deleted before they were read");
    private volatile boolean connected;
    private volatile long lag;

    KafkaMetrics() {
        for (BadLineException.Reason reason : BadLineException.Reason.values()) {
            refused.initLabelValues(reason.toString());
        }
        letters.initLabelValues(KEPT);
        letters.initLabelValues(LOST);
    }

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(
                refused.collect(),
                letters.collect(),
                gone.collect(),
                MetricFactory.gauge("feed_kafka_connected", "1 while the topic is read, else 0", connected ? 1 : 0),
                MetricFactory.gauge(
                        "feed_kafka_lag", "Records of the topic that have not been read yet", (double) lag));
    }

    void refuse(BadLineException.Reason reason) {
        refused.labelValues(reason.toString()).inc();
    }

    void keepLetter() {
        letters.labelValues(KEPT).inc();
    }

    void loseLetter() {
        letters.labelValues(LOST).inc();
    }

    void lose(long records) {
        gone.inc(records);
    }

    void setConnected(boolean now) {
        connected = now;
    }

    void setLag(long records) {
        lag = records;
    }
}
