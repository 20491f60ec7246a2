package tickertape.commentary;

import io.prometheus.metrics.core.metrics.Counter;
import tickertape.commentary.author.EndReason;
import tickertape.commentary.writing.CommentaryText;
import tickertape.commentary.writing.EndedText;
import tickertape.commentary.writing.TextHead;
import tickertape.web.monitoring.MetricFactory;

/// Counts the texts that have ended. Safe for any thread.
record TextCounts(Counter counter) {

    TextCounts() {
        this(MetricFactory.counter("commentary_texts", "Texts that have ended", "topic", "reason"));
        for (EndReason reason : EndReason.values()) {
            counter.initLabelValues(TextHead.COMMENTARY, reason.text());
            counter.initLabelValues(TextHead.ANSWER, reason.text());
        }
    }

    void add(EndedText ended) {
        CommentaryText text = ended.text();
        counter.labelValues(text.topic(), String.valueOf(text.reason())).inc();
    }
}
