package tickertape.web.monitoring;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// What the measures of all features have in common. A feature brings its own by a bean of type [MultiCollector].
///
/// Names are as Prometheus asks for: the application first, the unit last.
public final class MetricFactory {

    private static final List<Duration> CLASSES = IntStream.of(
                    1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toList();

    private MetricFactory() {}

    /// The longest duration of each class that our histograms sort them into, but for the last class, which has none.
    public static List<Duration> classes() {
        return CLASSES;
    }

    /// The full name of a measure.
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
                .classicUpperBounds(CLASSES.stream()
                        .mapToDouble(bound -> bound.toMillis() / 1000.0)
                        .toArray())
                .build();
    }

    /// What a gauge shows at this moment.
    public static GaugeSnapshot gauge(String noun, String sentence, double value) {
        return GaugeSnapshot.builder()
                .name(named(noun))
                .help(sentence)
                .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
                .build();
    }
}
