package tickertape.chat;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import tickertape.chat.presence.Presence;
import tickertape.chat.store.ChatWorker;
import tickertape.web.monitoring.MetricFactory;

/// The metrics of the chat. Safe for any thread.
record ChatMetrics(ChatCounts counts, ChatWorker worker, Presence presence) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        var messages = CounterSnapshot.builder()
                .name(MetricFactory.named("chat_requests"))
                .help("What people did in the chat, and how often that was too much");
        for (ChatCounts.Outcome outcome : ChatCounts.Outcome.values()) {
            messages.dataPoint(CounterDataPointSnapshot.builder()
                    .labels(Labels.of("outcome", outcome.text()))
                    .value((double) counts.of(outcome))
                    .build());
        }
        return MetricSnapshots.of(
                messages.build(),
                MetricFactory.gauge("chat_waiting", "Changes of the chat that wait for the database", worker.waiting()),
                MetricFactory.gauge(
                        "chat_present", "People who are in the rooms, each room for itself", presence.count()),
                worker.durations());
    }
}
