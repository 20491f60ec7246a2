package tickertape.alerts.store;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import tickertape.alerts.engine.AlertEngine;
import tickertape.alerts.engine.PastFacts;
import tickertape.wire.Symbol;

/// Fetches what the engine has to know of the past, for the symbols whose alerts need it, and anew from time to time.
/// One thread calls it.
public final class PastLoader {

    private static final Duration FRESH = Duration.ofHours(6);

    /// So many symbols at once: nobody waits for it.
    private static final int SYMBOLS = 20;

    private final AlertEngine engine;
    private final Function<Symbol, Optional<PastFacts>> facts;
    private final LongSupplier nanoTime;
    private long loaded;

    /// @param facts empty where nobody knows yet
    /// @param nanoTime a monotonic clock
    public PastLoader(AlertEngine engine, Function<Symbol, Optional<PastFacts>> facts, LongSupplier nanoTime) {
        this.engine = engine;
        this.facts = facts;
        this.nanoTime = nanoTime;
        loaded = nanoTime.getAsLong();
    }

    void load() {
        if (nanoTime.getAsLong() - loaded > FRESH.toNanos()) {
            loaded = nanoTime.getAsLong();
            engine.forgetPast();
        }
        engine.lackPast().stream()
                .limit(SYMBOLS)
                .forEach(symbol -> facts.apply(symbol).ifPresent(known -> engine.past(symbol, known)));
    }
}
