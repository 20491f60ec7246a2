package tickertape.commentary;

import io.prometheus.metrics.model.registry.MultiCollector;
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
                        "commentary_writing", "Texts that are being written", texts.running().size()),
                MetricFactory.gauge(
                        "commentary_dropped",
                        "Occasions that got no text since the start, because too many waited",
                        newsroom.dropped()));
    }
}
