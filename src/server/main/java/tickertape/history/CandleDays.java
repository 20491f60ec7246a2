package tickertape.history;

import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Optional;
import tickertape.market.PastDay;
import tickertape.market.PastDays;
import tickertape.wire.Candle;
import tickertape.wire.Symbol;

/// The days before today, as their bars say.
record CandleDays(Candles candles) implements PastDays {

    @Override
    public List<PastDay> last(Symbol symbol, int most) {
        // One more, because the last one may be today's.
        var query = new CandleQuery(Interval.DAY, Optional.empty(), Optional.empty(), most + 1);
        try {
            List<PastDay> days = candles.page(symbol, query, false).candles().stream()
                    .filter(Candle::complete)
                    .map(CandleDays::day)
                    .toList();
            return days.subList(Math.max(0, days.size() - most), days.size());
        } catch (WebApplicationException unknown) {
            return List.of();
        }
    }

    private static PastDay day(Candle bar) {
        return new PastDay(bar.start(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
    }
}
