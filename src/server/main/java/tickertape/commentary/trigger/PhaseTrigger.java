package tickertape.commentary.trigger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.commentary.author.Occasion;
import tickertape.market.Tick;
import tickertape.wire.MarketPhase;

/// Sees trading begin, end, stop and go on.
final class PhaseTrigger implements Trigger {

    private @Nullable MarketPhase phase;

    @Override
    public List<Cue> cues(Tick tick) {
        if (tick.status() == null) {
            return List.of();
        }
        MarketPhase before = phase;
        MarketPhase now = tick.status().phase();
        phase = now;
        // What happened before somebody looked is no news.
        return before == null || before == now
                ? List.of()
                : occasion(before, now).map(Cue::market).stream().toList();
    }

    private static Optional<Occasion> occasion(MarketPhase before, MarketPhase now) {
        return switch (now) {
            case PRE -> Optional.empty();
            case OPEN -> Optional.of(before == MarketPhase.HALTED ? Occasion.RESUME : Occasion.OPEN);
            case HALTED -> Optional.of(Occasion.HALT);
            case CLOSED -> before == MarketPhase.PRE ? Optional.empty() : Optional.of(Occasion.CLOSE);
        };
    }
}
