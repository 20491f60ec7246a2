package tickertape.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What the market as a whole is doing since some moment, and what it will do next: what goes over the wire.
///
/// @param next the phase that follows; null where it is not known
/// @param nextTime when that is expected, by the server's clock; null where it is not known, or what follows is not
/// @param time since when this holds: the server's, to the microsecond
public record MarketStatus(
        MarketPhase phase,
        @Nullable MarketPhase next,
        @Nullable Instant nextTime,
        Instant time) {

    private static final Duration LEAST_DELAY = Duration.ofSeconds(2);

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

    /// The same, but for the phase.
    public MarketStatus during(MarketPhase other) {
        return new MarketStatus(other, next, nextTime, time);
    }

    /// Whether it tells anything new to those who know another; a second or two do not count.
    ///
    /// The time of the next phase is a forecast, and moves when the market is late or the clock is set.
    public boolean isNewsAfter(MarketStatus other) {
        return phase != other.phase || next != other.next || moved(nextTime, other.nextTime);
    }

    private static boolean moved(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return (one == null) != (other == null);
        }
        return Duration.between(one, other).abs().compareTo(LEAST_DELAY) > 0;
    }
}
