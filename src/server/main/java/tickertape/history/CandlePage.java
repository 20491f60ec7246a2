package tickertape.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tickertape.tape.Position;
import tickertape.wire.Candle;
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

    /// Identifies what is in it.
    String state(String epoch, Symbol symbol, CandleQuery query) {
        String bars = closed ? Integer.toHexString(candles.hashCode()) : epoch + "-" + version;
        return "%s-%s-%s".formatted(bars, symbol, query.parameters());
    }

    /// Links to the other pages (RFC 8288), relative to the request, which a proxy may have changed.
    ///
    /// @param name the last part of the path
    List<String> links(String name) {
        var links = new ArrayList<String>();
        older.ifPresent(query -> links.add(link(name, query, "prev")));
        newer.ifPresent(query -> links.add(link(name, query, "next")));
        return links;
    }

    private static String link(String name, CandleQuery query, String relation) {
        return "<./%s?%s>; rel=\"%s\"".formatted(name, query.parameters(), relation);
    }
}
