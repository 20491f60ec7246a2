package tickertape.commentary.trigger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tickertape.commentary.author.Occasion;
import tickertape.market.Tick;
import tickertape.wire.MarketPhase;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// Sees trading in one instrument stop and go on, unless all stop together: then each goes on with its own next trade.
final class HaltTrigger implements Trigger {

    private final Map<Symbol, QuoteStatus> states = new HashMap<>();
    private final Set<Symbol> haltedWithAll = new HashSet<>();
    private boolean allHalted;

    @Override
    public List<Cue> cues(Tick tick) {
        boolean before = allHalted;
        if (tick.status() != null) {
            allHalted = tick.status().phase() == MarketPhase.HALTED;
        }
        var cues = new ArrayList<Cue>();
        for (Quote quote : tick.quotes()) {
            @Nullable QuoteStatus was = states.put(quote.symbol(), quote.status());
            if (allHalted) {
                haltedWithAll.add(quote.symbol());
            }
            boolean isOwn = quote.status() == QuoteStatus.HALTED || !haltedWithAll.remove(quote.symbol());
            if (was == null || before || allHalted || !isOwn) {
                continue;
            }
            if (quote.status() == QuoteStatus.HALTED && was != QuoteStatus.HALTED) {
                cues.add(Cue.of(Occasion.HALT, quote.symbol()));
            }
            if (quote.status() == QuoteStatus.TRADING && was == QuoteStatus.HALTED) {
                cues.add(Cue.of(Occasion.RESUME, quote.symbol()));
            }
        }
        return cues;
    }
}
