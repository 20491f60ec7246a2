package tickertape.feeding;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import tickertape.wire.Symbol;

/// The sources and the symbols that feeders have told of: at most so many of each. Safe for any thread.
final class Sources {

    /// More than any market has.
    static final int MOST = 64;

    private final int mostSymbols;
    private final LongSupplier nanoTime;
    private final Map<String, SourceTracker> byName = new ConcurrentSkipListMap<>();
    private final Map<Symbol, Boolean> symbols = new ConcurrentHashMap<>();

    /// @param nanoTime a monotonic clock
    Sources(int mostSymbols, LongSupplier nanoTime) {
        this.mostSymbols = mostSymbols;
        this.nanoTime = nanoTime;
    }

    /// The source of that name; throws `IllegalArgumentException` when there are too many.
    SourceTracker source(String name) {
        SourceTracker known = byName.get(name);
        if (known != null) {
            return known;
        }
        if (byName.size() >= MOST) {
            throw new IllegalArgumentException("there are %s sources already".formatted(MOST));
        }
        return byName.computeIfAbsent(name, added -> new SourceTracker(added, nanoTime.getAsLong()));
    }

    /// Lets a symbol in; throws `IllegalArgumentException` when there are too many.
    void admit(Symbol symbol) {
        if (symbols.containsKey(symbol)) {
            return;
        }
        if (symbols.size() >= mostSymbols) {
            throw new IllegalArgumentException(
                    "there are %s symbols already (feed.http.symbols)".formatted(mostSymbols));
        }
        symbols.put(symbol, true);
    }

    /// All of them, by name.
    List<SourceInfo> infos() {
        return byName.values().stream().map(SourceTracker::info).toList();
    }

    /// How often a source has begun to lead a symbol that another had led.
    long takeovers() {
        return byName.values().stream().mapToLong(SourceTracker::takeovers).sum();
    }

    /// A figure of all of them together.
    long total(ToLongFunction<SourceInfo> figure) {
        return infos().stream().mapToLong(figure).sum();
    }
}
