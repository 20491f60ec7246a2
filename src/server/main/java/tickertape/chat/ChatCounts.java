package tickertape.chat;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// Counts what people do in the rooms. Safe for any thread.
final class ChatCounts {

    private final Map<Outcome, LongAdder> counts = new EnumMap<>(Outcome.class);

    /// What came of a request.
    enum Outcome {
        SENT,
        REPEATED,
        EDITED,
        DELETED,
        LIMITED,
        MUTED;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ChatCounts() {
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, new LongAdder());
        }
    }

    void add(Outcome outcome) {
        counts.getOrDefault(outcome, new LongAdder()).increment();
    }

    long of(Outcome outcome) {
        return counts.getOrDefault(outcome, new LongAdder()).sum();
    }
}
