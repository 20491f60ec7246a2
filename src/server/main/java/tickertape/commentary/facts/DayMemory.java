package tickertape.commentary.facts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tickertape.market.PastCandles;
import tickertape.store.DatabaseException;
import tickertape.wire.Candle;
import tickertape.wire.Symbol;

/// The days before today of each instrument that somebody asked about, for some minutes. Safe for any thread.
public final class DayMemory {

    /// A day ends once a day.
    private static final Duration FRESH = Duration.ofMinutes(10);

    /// Of a year, with some to spare.
    private static final Period LENGTH = Period.ofDays(372);

    private static final String DAY = "P1D";

    private final PastCandles past;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Executor thread;
    private final LongSupplier nanoTime;
    private final Map<Symbol, Known> known = new HashMap<>();
    private final Set<Symbol> asked = new HashSet<>();

    private record Known(List<Candle> days, long nanos) {}

    /// @param zone whose days they are
    /// @param thread runs one task after the other, each of which may wait for the database
    /// @param nanoTime a monotonic clock
    public DayMemory(PastCandles past, ZoneId zone, InstantSource clock, Executor thread, LongSupplier nanoTime) {
        this.past = past;
        this.zone = zone;
        this.clock = clock;
        this.thread = thread;
        this.nanoTime = nanoTime;
    }

    /// The days of an instrument; may wait for the database.
    public List<Candle> of(Symbol symbol) {
        return fresh(symbol).orElseGet(() -> read(symbol));
    }

    /// The days if they are known; if not, they will be some time later.
    public Optional<List<Candle>> known(Symbol symbol) {
        Optional<List<Candle>> days = fresh(symbol);
        if (days.isEmpty() && ask(symbol)) {
            thread.execute(() -> read(symbol));
        }
        return days;
    }

    private synchronized boolean ask(Symbol symbol) {
        return asked.add(symbol);
    }

    private synchronized Optional<List<Candle>> fresh(Symbol symbol) {
        @Nullable Known days = known.get(symbol);
        return days == null || nanoTime.getAsLong() - days.nanos() > FRESH.toNanos()
                ? Optional.empty()
                : Optional.of(days.days());
    }

    private List<Candle> read(Symbol symbol) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<Candle> days = List.of();
        try {
            days = past.candles(symbol, DAY, start(today.minus(LENGTH)), start(today))
                    .orElse(List.of());
        } catch (DatabaseException away) {
            // Texts do without: they say nothing of days that nobody knows.
        } finally {
            remember(symbol, days);
        }
        return days;
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private synchronized void remember(Symbol symbol, List<Candle> days) {
        asked.remove(symbol);
        known.put(symbol, new Known(days, nanoTime.getAsLong()));
    }
}
