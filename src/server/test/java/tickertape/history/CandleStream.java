package tickertape.history;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tickertape.tape.ConflationPolicy;
import tickertape.tape.Cursor;
import tickertape.tape.Filter;
import tickertape.tape.Position;
import tickertape.tape.Tape;
import tickertape.tape.TopicDefinition;
import tickertape.testing.Tapes;
import tickertape.web.JsonbProvider;
import tickertape.wire.Candle;

/// Reads bars as a client of the stream does.
final class CandleStream {

    private CandleStream() {}

    /// Those of one symbol and length that come after a position of the tape.
    static List<Candle> read(Tape side, TopicDefinition topic, Position from, String symbol) {
        var filter = new Filter(Set.of(topic), Map.of("symbol", Set.of(symbol)));
        var cursor = new Cursor(side, filter, Optional.of(from), new ConflationPolicy(100_000, Duration.ofDays(1)));
        return Tapes.text(cursor.next())
                .lines()
                .flatMap(all -> List.of(all.split("(?<=}) ")).stream())
                .filter(event -> event.contains("{"))
                .map(event -> JsonbProvider.create().fromJson(event.substring(event.indexOf('{')), Candle.class))
                .toList();
    }
}
