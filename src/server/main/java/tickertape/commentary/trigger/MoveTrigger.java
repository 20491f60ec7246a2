package tickertape.commentary.trigger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tickertape.commentary.author.Occasion;
import tickertape.market.Tick;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// Sees the day's change of an instrument reach a size, and each multiple of it: once a day in each direction.
final class MoveTrigger implements Trigger {

    private final BigDecimal step;
    private final Map<Symbol, Seen> seen = new HashMap<>();

    /// How many steps up and down it has been from one previous close.
    private record Seen(BigDecimal previousClose, int up, int down) {

        boolean isOf(Quote quote) {
            return previousClose.compareTo(quote.previousClose()) == 0;
        }

        Seen with(int steps) {
            return new Seen(previousClose, Math.max(up, steps), Math.min(down, steps));
        }
    }

    /// @param step the size in percent
    MoveTrigger(BigDecimal step) {
        this.step = step;
    }

    @Override
    public List<Cue> cues(Tick tick) {
        var cues = new ArrayList<Cue>();
        for (Quote quote : tick.quotes()) {
            if (quote.changePercent() != null && isBigger(quote, steps(quote.changePercent()))) {
                cues.add(Cue.of(Occasion.MOVE, quote.symbol()));
            }
        }
        return cues;
    }

    private int steps(BigDecimal percent) {
        return percent.divide(step, 0, RoundingMode.DOWN).intValue();
    }

    private boolean isBigger(Quote quote, int steps) {
        @Nullable Seen before = seen.get(quote.symbol());
        Seen day = before != null && before.isOf(quote) ? before : new Seen(quote.previousClose(), 0, 0);
        Seen now = day.with(steps);
        seen.put(quote.symbol(), now);
        // Of what was there before the server, nobody knows when it happened.
        return before != null && (now.up() > day.up() || now.down() < day.down());
    }
}
