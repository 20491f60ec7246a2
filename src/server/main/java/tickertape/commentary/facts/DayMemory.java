package tickertape.commentary.facts;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tickertape.market.PastDay;
import tickertape.market.PastDays;
import tickertape.wire.Symbol;

/// The days before today of each instrument that somebody asked about, for some minutes. Safe for any thread.
public final class DayMemory {

    /// A day ends once a day.
    private static final Duration FRESH = Duration.ofMinutes(10);

    /// Of a year, with some to spare.
    private static final int DAYS = 372;

    private final PastDays past;
    private final Executor thread;
    private final LongSupplier nanoTime;
    private final Map<Symbol, Known> known = new HashMap<>();
    private final Set<Symbol> asked = new HashSet<>();

    private record Known(List<PastDay> days, long nanos) {}

    /// @param thread runs one task after the other, each of which may wait for the database
    /// @param nanoTime a monotonic clock
    public DayMemory(PastDays past, Executor thread, LongSupplier nanoTime) {
        this.past = past;
        this.thread = thread;
        this.nanoTime = nanoTime;
    }

    /// The days of an instrument; may wait for the database.
    public List<PastDay> of(Symbol symbol) {
        return fresh(symbol).orElseGet(() -> read(symbol));
    }

    /// The days if they are known; if not, they will be some time later.
    public Optional<List<PastDay>> known(Symbol symbol) {
        Optional<List<PastDay>> days = fresh(symbol);
        if (days.isEmpty() && ask(symbol)) {
            thread.execute(() -> read(symbol));
        }
        return days;
    }

    private synchronized boolean ask(Symbol symbol) {
        return asked.add(symbol);
    }

    private synchronized Optional<List<PastDay>> fresh(Symbol symbol) {
        @Nullable Known days = known.get(symbol);
        return days == null || nanoTime.getAsLong() - days.nanos() > FRESH.toNanos()
                ? Optional.empty()
                : Optional.of(days.days());
    }

    private List<PastDay> read(Symbol symbol) {
        List<PastDay> days = List.of();
        try {
            days = past.last(symbol, DAYS);
        } finally {
            remember(symbol, days);
        }
        return days;
    }

    private synchronized void remember(Symbol symbol, List<PastDay> days) {
        asked.remove(symbol);
        known.put(symbol, new Known(days, nanoTime.getAsLong()));
    }
}
