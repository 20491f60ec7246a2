package it.soak;

import it.Event;
import java.util.HashMap;
import java.util.Map;

/// Whether a reader received every change of each symbol. Other threads may use it when its thread has ended.
final class Continuity {

    private final Map<String, Long> before = new HashMap<>();
    private long quotes;
    private long breaks;
    private long others;

    void take(Event event) {
        if (!event.is("quote")) {
            others++;
            return;
        }
        var quote = new QuoteText(event.data());
        long seq = quote.seq();
        Long last = before.put(quote.symbol(), seq);
        if (last != null && seq != last + 1) {
            breaks++;
        }
        quotes++;
    }

    long quotes() {
        return quotes;
    }

    long breaks() {
        return breaks;
    }

    /// How many events are not quotes; at least the hello is one.
    long others() {
        return others;
    }
}
