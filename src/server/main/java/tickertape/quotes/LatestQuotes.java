package tickertape.quotes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tickertape.market.Instrument;
import tickertape.tape.Position;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// The newest quotes that are on the tape, and where on it each came.
///
/// One thread posts; any thread reads, and sees whole ticks only.
final class LatestQuotes {

    private final List<Instrument> instruments;
    private final Position start;
    private volatile Map<Symbol, Posted> posted = Map.of();

    /// @param instruments in whose order quotes are shown
    /// @param epoch of the tape
    LatestQuotes(List<Instrument> instruments, String epoch) {
        this.instruments = instruments;
        this.start = new Position(epoch, 0);
    }

    /// Takes in the quotes of one tick.
    ///
    /// @param position the place behind them, later than all before
    void post(List<Quote> quotes, Position position) {
        Map<Symbol, Posted> next = new HashMap<>(posted);
        quotes.forEach(quote -> next.put(quote.symbol(), new Posted(quote, position)));
        posted = next;
    }

    /// The newest quotes of the chosen symbols, in order of the instruments; a symbol has none until its first event.
    Sheet sheet(Predicate<Symbol> chosen) {
        Map<Symbol, Posted> now = posted;
        List<Quote> quotes = new ArrayList<>();
        Position last = start;
        for (Instrument instrument : instruments) {
            Posted one = chosen.test(instrument.symbol()) ? now.get(instrument.symbol()) : null;
            if (one != null) {
                quotes.add(one.quote());
                last = one.position().offset() > last.offset() ? one.position() : last;
            }
        }
        return new Sheet(last, quotes);
    }

    private record Posted(Quote quote, Position position) {}

    /// Some quotes as they were at one moment.
    ///
    /// @param position where the last change to any of them lies; the tape's beginning if there was none
    record Sheet(Position position, List<Quote> quotes) {}
}
