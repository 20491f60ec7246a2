package tickertape.quotes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tickertape.market.Instrument;
import tickertape.tape.Position;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// The newest quote of each symbol that is on the tape, and its position there: what a request without a stream reads.
///
/// One thread puts; any thread reads, and sees whole ticks only.
final class LatestQuotes {

    private final List<Instrument> instruments;
    private volatile Position start;
    private volatile Map<Symbol, Entry> entries = Map.of();
    private volatile boolean stale;

    private record Entry(Quote quote, Position position) {}

    /// Some quotes as they were at one moment.
    ///
    /// @param position of the last change to any of them; the beginning of the tape if there was none
    /// @param stale whether nobody knows what has changed since
    record Snapshot(Position position, List<Quote> quotes, boolean stale) {

        /// What entity tags begin with.
        String tag() {
            return stale ? position + "-stale" : position.toString();
        }
    }

    /// @param instruments in whose order quotes are listed
    /// @param epoch of the tape
    LatestQuotes(List<Instrument> instruments, String epoch) {
        this.instruments = instruments;
        this.start = new Position(epoch, 0);
    }

    /// Forgets all: the tape begins anew.
    void begin(Position newStart) {
        entries = Map.of();
        start = newStart;
    }

    /// Whether nobody knows what has changed since the last quotes: then those that look good are not.
    void setStale(boolean now) {
        stale = now;
    }

    /// All quotes as they are on the tape.
    List<Quote> all() {
        return quotes(symbol -> true, false).quotes();
    }

    /// Replaces the quotes that changed in one tick.
    ///
    /// @param position the end of the tape after them, later than all before
    void put(List<Quote> quotes, Position position) {
        if (quotes.isEmpty()) {
            return;
        }
        Map<Symbol, Entry> next = new HashMap<>(entries);
        quotes.forEach(quote -> next.put(quote.symbol(), new Entry(quote, position)));
        entries = next;
    }

    /// The newest quotes of the selected symbols, in the order of the instruments. A symbol has none until its first
    /// event.
    Snapshot snapshot(Predicate<Symbol> selected) {
        return quotes(selected, stale);
    }

    private Snapshot quotes(Predicate<Symbol> selected, boolean doubtful) {
        Map<Symbol, Entry> current = entries;
        List<Quote> quotes = new ArrayList<>();
        Position last = start;
        for (Instrument instrument : instruments) {
            Entry entry = selected.test(instrument.symbol()) ? current.get(instrument.symbol()) : null;
            if (entry != null) {
                quotes.add(doubtful ? doubtful(entry.quote()) : entry.quote());
                last = Position.ORDER.compare(entry.position(), last) > 0 ? entry.position() : last;
            }
        }
        return new Snapshot(last, quotes, doubtful);
    }

    private static Quote doubtful(Quote quote) {
        return quote.status() == QuoteStatus.TRADING ? quote.with(QuoteStatus.STALE) : quote;
    }
}
