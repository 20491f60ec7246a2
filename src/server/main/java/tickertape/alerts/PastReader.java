package tickertape.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tickertape.alerts.engine.PastFacts;
import tickertape.market.PastCandles;
import tickertape.wire.Candle;
import tickertape.wire.Symbol;

/// Gathers what conditions need to know of the past from whoever remembers it. Not for the thread of the tick.
///
/// @param candles empty where nobody remembers anything
record PastReader(List<PastCandles> candles, ZoneId zone, InstantSource clock) {

    private static final Duration YEAR = Duration.ofDays(364);
    private static final Duration USUAL = Duration.ofDays(20);

    /// Empty as long as nobody can say.
    Optional<PastFacts> facts(Symbol symbol) {
        if (candles.isEmpty()) {
            return Optional.of(PastFacts.unknown(zone));
        }
        Instant now = clock.instant();
        Optional<List<Candle>> days = candles.getFirst().candles(symbol, "P1D", now.minus(YEAR), now);
        Optional<List<Candle>> quarters = candles.getFirst().candles(symbol, "PT15M", now.minus(USUAL), now);
        return days.flatMap(year -> quarters.map(usual -> PastFacts.of(year, usual, zone)));
    }
}
