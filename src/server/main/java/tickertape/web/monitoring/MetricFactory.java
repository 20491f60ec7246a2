package tickertape.web.monitoring;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// Makes metrics that follow one convention. A feature adds its metrics by a bean of type [MultiCollector].
///
/// Names follow the rules of Prometheus: the application first, the unit last.
public final class MetricFactory {

    private static final List<Duration> BUCKETS = IntStream.of(
                    1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toList();

    private MetricFactory() {}

    /// The upper bounds of the buckets of our histograms, except the last bucket, which has none.
    public static List<Duration> buckets() {
        return BUCKETS;
    }

    /// The full name of a metric.
    public static String named(String noun) {
        return "tickertape_" + noun;
    }

    public static Counter counter(String noun, String sentence, String... labels) {
        return Counter.builder()
                .name(named(noun))
                .help(sentence)
                .labelNames(labels)
                .build();
    }

    /// A histogram of durations.
    public static Histogram durations(String noun, String sentence, String... labels) {
        return Histogram.builder()
                .name(named(noun + "_seconds"))
                .help(sentence)
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(BUCKETS.stream()
                        .mapToDouble(bound -> bound.toMillis() / 1000.0)
                        .toArray())
                .build();
    }

    /// The current value of a gauge.
    public static GaugeSnapshot gauge(String noun, String sentence, double value) {
        return GaugeSnapshot.builder()
                .name(named(noun))
                .help(sentence)
                .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
                .build();
    }
}
