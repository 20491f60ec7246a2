package tickertape.wire;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What the market as a whole is doing since some moment, and what it will do next.
///
/// @param next the phase that follows; null where it is not known
/// @param nextTime when it is expected to follow, by the server's clock; null where that is not known
/// @param time since when this holds: the server's time, to the microsecond
public record MarketStatus(
        MarketPhase phase,
        @Nullable MarketPhase next,
        @Nullable Instant nextTime,
        Instant time) {

    public MarketStatus {
        if (phase == next) {
            throw new IllegalArgumentException("the phase after %s is no other".formatted(phase));
        }
        if (nextTime != null && next == null) {
            throw new IllegalArgumentException("at %s nothing follows".formatted(nextTime));
        }
        time = time.truncatedTo(ChronoUnit.MICROS);
        nextTime = nextTime == null ? null : nextTime.truncatedTo(ChronoUnit.MICROS);
    }
}
