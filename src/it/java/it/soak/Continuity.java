package it.soak;

import it.Event;
import java.util.HashMap;
import java.util.Map;

/// Whether a reader has had every change of each symbol. One thread uses it, and others when that has ended.
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

    /// Events that are no quotes: a hello, at least.
    long others() {
        return others;
    }
}
