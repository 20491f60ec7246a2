package it.soak;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What one client knew of each symbol, and since when. One thread uses it, and others when that has ended.
final class Knowledge {

    /// That a symbol has changed for so many times.
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
