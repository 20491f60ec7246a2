package tickertape.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tickertape.market.Instrument;
import tickertape.market.Market;
import tickertape.market.PastCandles;
import tickertape.store.Database;
import tickertape.wire.Candle;
import tickertape.wire.Symbol;

/// The bars in the database, for other features.
///
/// @param enabled whether there are any
record StoredCandles(boolean enabled, Market market, BarReader reader, InstrumentIds ids, Database database)
        implements PastCandles {

    private static final int MOST = 10_000;

    @Override
    public Optional<List<Candle>> candles(Symbol symbol, String interval, Instant from, Instant to) {
        Optional<Instrument> instrument = market.instrument(symbol);
        Optional<Interval> length = Interval.of(interval);
        if (!enabled || instrument.isEmpty() || length.isEmpty()) {
            return Optional.of(List.of());
        }
        int scale = instrument.get().scale();
        return ids.id(symbol)
                .map(id -> new BarReader.Request(id, scale, length.get(), from, to, false, MOST))
                .map(request -> database.query(connection -> reader.read(connection, request)).stream()
                        .map(bar -> bar.candle(symbol, length.get(), true))
                        .toList());
    }
}
