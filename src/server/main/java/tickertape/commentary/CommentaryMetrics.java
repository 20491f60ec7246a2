package tickertape.commentary;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import tickertape.commentary.writing.Texts;
import tickertape.web.monitoring.MetricFactory;

/// The metrics of the texts.
record CommentaryMetrics(TextCounts counts, Texts texts, Newsroom newsroom) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(
                counts.counter().collect(),
                MetricFactory.gauge(
                        "commentary_writing",
                        "Texts that are being written",
                        texts.running().size()),
                CounterSnapshot.builder()
                        .name(MetricFactory.named("commentary_dropped"))
                        .help("Occasions that got no text, because too many waited")
                        .dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                                .value((double) newsroom.dropped())
                                .build())
                        .build());
    }
}
