package tickertape.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tickertape.tape.Position;
import tickertape.web.rest.PageLink;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;
import tickertape.wire.Symbol;

/// What a request for bars gets.
///
/// @param candles in ascending order
/// @param position where a stream goes on
/// @param closed whether the same request will always get the same
/// @param version of the bars, for tags
/// @param older asks for the page before, if there are older bars
/// @param newer asks for the page after
record CandlePage(
        List<Candle> candles,
        Position position,
        boolean closed,
        long version,
        Optional<CandleQuery> older,
        Optional<CandleQuery> newer) {

    CandlePage {
        candles = List.copyOf(candles);
    }

    /// Identifies what is in it, after a restart as before.
    String state(String epoch, Symbol symbol, CandleQuery query) {
        String bars = closed ? Long.toHexString(hash()) : epoch + "-" + version;
        return "%s-%s-%s".formatted(bars, symbol, query.parameters());
    }

    private long hash() {
        long hash = 1;
        for (Candle candle : candles) {
            hash = 31 * hash + candle.start().hashCode();
            hash = 31 * hash + candle.open().hashCode();
            hash = 31 * hash + candle.high().hashCode();
            hash = 31 * hash + candle.low().hashCode();
            hash = 31 * hash + candle.close().hashCode();
            hash = 31 * hash + candle.volume().hashCode();
            hash = 31 * hash + candle.trades();
            hash = 31 * hash + Objects.hashCode(candle.vwap());
            for (CandleMark mark : candle.marks()) {
                // Not its hash code, which is another one in each process.
                hash = 31 * hash + mark.name().hashCode();
            }
        }
        return hash;
    }

    /// Links to the other pages.
    List<PageLink> links() {
        var links = new ArrayList<PageLink>();
        older.ifPresent(query -> links.add(new PageLink("prev", query.parameters())));
        newer.ifPresent(query -> links.add(new PageLink("next", query.parameters())));
        return links;
    }
}
