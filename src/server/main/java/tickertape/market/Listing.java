package tickertape.market;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tickertape.wire.Symbol;

/// The instruments of a market and the state of each, in the order in which they became known.
///
/// The thread that ticks adds to it and asks for states; any thread asks for instruments.
final class Listing {

    private final List<InstrumentState> states = new ArrayList<>();
    private final Map<Symbol, Integer> places = new HashMap<>();
    private final List<Instrument> instruments = new CopyOnWriteArrayList<>();
    private final List<Symbol> symbols = new CopyOnWriteArrayList<>();
    private final Map<Symbol, Instrument> bySymbol = new ConcurrentHashMap<>();
    private final Map<String, Symbol> byText = new ConcurrentHashMap<>();
    private final AtomicInteger revision = new AtomicInteger();

    /// Adds the instruments at the start; throws `IllegalArgumentException` when a symbol is listed twice.
    Listing(List<Instrument> first, Map<Symbol, LastPrice> lastPrices) {
        var added = new ArrayList<Instrument>();
        for (Instrument instrument : first) {
            if (!add(instrument, lastPrices.get(instrument.symbol()), added)) {
                throw new IllegalArgumentException("symbol %s is listed twice".formatted(instrument.symbol()));
            }
        }
        keep(added);
    }

    /// Adds instruments that have become known, and replaces those that are known better.
    void add(List<Instrument> discovered) {
        if (discovered.isEmpty()) {
            return;
        }
        var added = new ArrayList<Instrument>();
        for (Instrument instrument : discovered) {
            if (!add(instrument, null, added)) {
                refine(instrument, added);
            }
        }
        keep(added);
        revision.incrementAndGet();
    }

    // All at once: each change copies the lists.
    private void keep(List<Instrument> added) {
        instruments.addAll(added);
        symbols.addAll(added.stream().map(Instrument::symbol).toList());
    }

    private boolean add(Instrument instrument, @Nullable LastPrice start, List<Instrument> added) {
        Symbol symbol = instrument.symbol();
        if (places.putIfAbsent(symbol, states.size()) != null) {
            return false;
        }
        states.add(new InstrumentState(instrument, start));
        added.add(instrument);
        bySymbol.put(symbol, instrument);
        byText.put(symbol.text(), symbol);
        return true;
    }

    private void refine(Instrument better, List<Instrument> added) {
        int place = places.getOrDefault(better.symbol(), -1);
        states.get(place).refine(better);
        bySymbol.put(better.symbol(), better);
        if (place < instruments.size()) {
            instruments.set(place, better);
        } else {
            added.set(place - instruments.size(), better);
        }
    }

    List<InstrumentState> states() {
        return states;
    }

    /// The state of an instrument; throws `IllegalArgumentException` when there is none.
    InstrumentState state(Symbol symbol) {
        Integer place = places.get(symbol);
        if (place == null) {
            throw new IllegalArgumentException("symbol %s is not one of the market's".formatted(symbol));
        }
        return states.get(place);
    }

    /// A view that grows.
    List<Instrument> instruments() {
        return Collections.unmodifiableList(instruments);
    }

    /// Their symbols, in the same order and by such a view.
    List<Symbol> symbols() {
        return Collections.unmodifiableList(symbols);
    }

    Optional<Instrument> instrument(Symbol symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }

    boolean has(String symbol) {
        return byText.containsKey(symbol);
    }

    int revision() {
        return revision.get();
    }
}
