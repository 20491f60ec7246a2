package it.soak;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What one client knew about each symbol, and since when. Other threads may use it when its thread has ended.
final class Knowledge {

    /// The number of changes of a symbol that the client knows of.
    record Known(long seq, Instant since) {}

    private final Map<String, List<Known>> bySymbol = new HashMap<>();

    void learn(QuoteText quote, Instant now) {
        List<Known> known = bySymbol.computeIfAbsent(quote.symbol(), _ -> new ArrayList<>());
        long seq = quote.seq();
        if (known.isEmpty() || known.getLast().seq() < seq) {
            known.add(new Known(seq, now));
        }
    }

    List<Known> of(String symbol) {
        return bySymbol.getOrDefault(symbol, List.of());
    }
}
