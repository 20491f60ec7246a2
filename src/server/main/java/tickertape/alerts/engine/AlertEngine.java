package tickertape.alerts.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.LongSupplier;
import tickertape.alerts.definition.Alert;
import tickertape.market.Tick;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// All alerts that wait, and what each tick means to them. Safe for any thread; it calls nobody under its lock.
///
/// An alert that is hit hangs nowhere until the store says what has become of it: it is handed in again, with a higher
/// revision, or removed.
public final class AlertEngine {

    private final LongSupplier nanoTime;
    private final long begun;
    private final Map<Symbol, SymbolWatch> symbols = new HashMap<>();
    private final Map<String, Rung> rungs = new HashMap<>();
    private final PriorityQueue<Rung> pauses = new PriorityQueue<>(Comparator.comparingLong(rung -> rung.restedAt));

    /// Those that must be looked at though they have no new quote.
    private final Set<SymbolWatch> unseen = new LinkedHashSet<>();

    /// @param nanoTime a monotonic clock
    public AlertEngine(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        begun = nanoTime.getAsLong();
    }

    // Since the beginning, because the clock itself may overflow.
    private long nanos() {
        return nanoTime.getAsLong() - begun;
    }

    /// Takes an alert as it is now, unless a newer version of it is here.
    ///
    /// @param isEarlier whether it waited already before this server was there
    /// @param now by the clock
    public synchronized void put(Alert alert, boolean isEarlier, Instant now) {
        Rung known = rungs.get(alert.id());
        if (known != null && known.alert.revision() >= alert.revision()) {
            return;
        }
        remove(alert.id());
        switch (alert.state()) {
            case ARMED, RESTING -> hang(new Rung(alert, isEarlier), now);
            case FIRED, OFF, DELETED -> {}
        }
    }

    private void hang(Rung rung, Instant now) {
        rungs.put(rung.alert.id(), rung);
        SymbolWatch watch = watch(rung.alert.symbol());
        if (rung.alert.state() == Alert.State.ARMED) {
            watch.arm(rung);
        } else {
            Duration rest = rung.alert.restAt(now);
            if (rest.isZero()) {
                watch.rest(rung);
            } else {
                rung.restedAt = nanos() + rest.toNanos();
                rung.isPaused = true;
                pauses.add(rung);
            }
        }
        unseen.add(watch);
    }

    /// Forgets an alert that is no more.
    public synchronized void remove(String id) {
        Rung rung = rungs.remove(id);
        if (rung == null) {
            return;
        }
        if (rung.ladder != null) {
            rung.ladder.remove(rung);
        } else if (rung.isPaused) {
            pauses.remove(rung);
        }
        watch(rung.alert.symbol()).tidy();
    }

    /// Forgets all of an owner.
    public synchronized void removeAll(String owner) {
        List<String> ids = rungs.values().stream()
                .map(rung -> rung.alert)
                .filter(alert -> alert.owner().equals(owner))
                .map(Alert::id)
                .toList();
        ids.forEach(this::remove);
    }

    /// Forgets all that it knows.
    public synchronized void clear() {
        symbols.clear();
        rungs.clear();
        pauses.clear();
        unseen.clear();
    }

    /// Says that trading in these was stopped when somebody looked last, before this server was there.
    public synchronized void wereHalted(Set<Symbol> halted) {
        halted.forEach(symbol -> {
            watch(symbol).wasHalted();
            unseen.add(watch(symbol));
        });
    }

    /// Takes the quotes of a tick.
    ///
    /// @param room how many hits there is room for; the other alerts go on waiting
    public synchronized Findings tick(Tick tick, int room) {
        long nanos = nanos();
        var findings = new Findings(room);
        endPauses(nanos);
        for (Quote quote : tick.quotes()) {
            SymbolWatch watch = watch(quote.symbol());
            watch.update(quote, tick.time(), nanos, findings);
            watch.look(tick.time(), findings);
            unseen.remove(watch);
        }
        if (!unseen.isEmpty()) {
            unseen.forEach(watch -> watch.look(tick.time(), findings));
            unseen.removeIf(watch -> watch.quote() != null);
        }
        return findings;
    }

    private void endPauses(long nanos) {
        while (!pauses.isEmpty() && pauses.element().restedAt <= nanos) {
            Rung rung = pauses.remove();
            rung.isPaused = false;
            SymbolWatch watch = watch(rung.alert.symbol());
            watch.rest(rung);
            unseen.add(watch);
        }
    }

    private SymbolWatch watch(Symbol symbol) {
        return symbols.computeIfAbsent(symbol, SymbolWatch::new);
    }

    /// The newest quote of a symbol.
    public synchronized Optional<Quote> quote(Symbol symbol) {
        return Optional.ofNullable(symbols.get(symbol)).map(SymbolWatch::quote);
    }

    /// The symbols of which facts of the past are needed.
    public synchronized List<Symbol> lackPast() {
        List<Symbol> lacking = new ArrayList<>();
        symbols.values().forEach(watch -> {
            if (watch.lacksPast()) {
                lacking.add(watch.symbol);
            }
        });
        return lacking;
    }

    public synchronized void past(Symbol symbol, PastFacts facts) {
        watch(symbol).past(facts);
        unseen.add(watch(symbol));
    }

    /// Has all facts of the past asked for anew: a day has gone.
    public synchronized void forgetPast() {
        symbols.values().forEach(SymbolWatch::forgetPast);
    }

    /// How many alerts it keeps.
    public synchronized int size() {
        return rungs.size();
    }
}
