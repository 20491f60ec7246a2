package tickertape.commentary.trigger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.commentary.author.Occasion;
import tickertape.commentary.facts.DayMemory;
import tickertape.commentary.facts.FactBook;
import tickertape.commentary.facts.StockFacts;
import tickertape.market.Tick;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// Sees prices that are higher or lower than in the 52 weeks before today, once a day.
final class RecordTrigger implements Trigger {

    private final FactBook book;
    private final DayMemory days;
    private final Map<Symbol, Seen> seen = new HashMap<>();

    /// The day's range when it was looked at last.
    ///
    /// @param told whether a record was told on the day of this previous close
    private record Seen(BigDecimal previousClose, BigDecimal high, BigDecimal low, boolean told) {

        static Seen first(Quote quote) {
            return new Seen(quote.previousClose(), quote.high(), quote.low(), false);
        }

        boolean isOf(Quote quote) {
            return previousClose.compareTo(quote.previousClose()) == 0;
        }

        boolean isWidenedBy(Quote quote) {
            return quote.high().compareTo(high) > 0 || quote.low().compareTo(low) < 0;
        }
    }

    RecordTrigger(FactBook book, DayMemory days) {
        this.book = book;
        this.days = days;
    }

    @Override
    public List<Cue> cues(Tick tick) {
        var cues = new ArrayList<Cue>();
        for (Quote quote : tick.quotes()) {
            @Nullable Seen before = seen.get(quote.symbol());
            Seen day = before != null && before.isOf(quote) ? before : Seen.first(quote);
            // Most quotes leave the day's range as it was: then there is nothing to look up.
            boolean found = day.isWidenedBy(quote) && !day.told() && isRecord(quote, tick.time());
            if (found) {
                cues.add(Cue.of(Occasion.RECORD, quote.symbol()));
            }
            seen.put(quote.symbol(), new Seen(quote.previousClose(), quote.high(), quote.low(), day.told() || found));
        }
        return cues;
    }

    private boolean isRecord(Quote quote, Instant now) {
        return days.known(quote.symbol())
                .flatMap(past -> book.instrument(quote.symbol())
                        .map(instrument ->
                                new StockFacts(now, instrument, quote, Optional.empty(), past, Optional.empty())))
                .filter(stock ->
                        stock.brokenHigh().isPresent() || stock.brokenLow().isPresent())
                .isPresent();
    }
}
