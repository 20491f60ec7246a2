package tickertape.market.feed.simulation;

import java.time.Duration;
import java.time.Instant;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;

/// The time of the simulated trading day, counted in ticks of the market. One thread advances it.
///
/// Trading is busiest at the open and the close (Jain and Joh 1988, Admati and Pfleiderer 1988). Here the activity is a
/// parabola with mean one: twice the mean at both ends, half of it at noon. Variance follows the same curve.
public final class TradingDay {

    private static final Duration SESSION = Duration.ofMinutes(390);
    private static final int SIXTEENTHS = 16;

    /// How many ticks a compressed day has at least.
    public static final int SHORTEST_TICKS = SIXTEENTHS;

    private final Duration interval;
    private final long open;
    private final long close;
    private final long end;
    private long nanos;

    private TradingDay(Duration interval, long open, long close, long end) {
        this.interval = interval;
        this.open = open;
        this.close = close;
        this.end = end;
    }

    /// A session of six and a half hours that starts again as soon as it ends: the market never closes.
    public static TradingDay endless(Duration interval) {
        long session = SESSION.toNanos();
        return new TradingDay(interval, 0, session, session);
    }

    /// A day of eight hours, compressed to `length`: one hour before the session, six and a half of it, half an hour
    /// after.
    ///
    /// Only the day passes faster: trades a second and volatility are as always. Throws `IllegalArgumentException`
    /// when the length is too short for a tick in each of these parts.
    public static TradingDay compressed(Duration length, Duration interval) {
        if (length.compareTo(interval.multipliedBy(SIXTEENTHS)) < 0) {
            throw new IllegalArgumentException(
                    "simulator.day %s is shorter than %s ticks of %s".formatted(length, SIXTEENTHS, interval));
        }
        long sixteenth = length.toNanos() / SIXTEENTHS;
        return new TradingDay(interval, 2 * sixteenth, 15 * sixteenth, 16 * sixteenth);
    }

    /// From one tick to the next.
    public Duration interval() {
        return interval;
    }

    /// The phase and the one after it, as forecast if all ticks come on time.
    public MarketStatus status(Instant now) {
        return switch (phase()) {
            case PRE -> new MarketStatus(MarketPhase.PRE, MarketPhase.OPEN, now.plusNanos(open - nanos), now);
            case CLOSED -> new MarketStatus(MarketPhase.CLOSED, MarketPhase.PRE, now.plusNanos(end - nanos), now);
            case OPEN, HALTED ->
                close == end
                        ? new MarketStatus(MarketPhase.OPEN, null, null, now)
                        : new MarketStatus(MarketPhase.OPEN, MarketPhase.CLOSED, now.plusNanos(close - nanos), now);
        };
    }

    /// Goes on in the phase in which the market is, as far from its end as that is forecast.
    public void resume(MarketStatus status, Instant now) {
        if (status.nextTime() == null) {
            return;
        }
        long left = Duration.between(now, status.nextTime()).toNanos();
        nanos = switch (status.phase()) {
            case PRE -> Math.clamp(open - left, 0, open - 1);
            case OPEN, HALTED -> Math.clamp(close - left, open, close - 1);
            case CLOSED -> Math.clamp(end - left, close, end - 1);
        };
    }

    void advance() {
        nanos = (nanos + interval.toNanos()) % end;
    }

    boolean isOpen() {
        return phase() == MarketPhase.OPEN;
    }

    /// How busy the open market is, relative to the mean of the session.
    double activity() {
        double fromNoon = 2.0 * (nanos - open) / (close - open) - 1;
        return 0.5 + 1.5 * fromNoon * fromNoon;
    }

    private MarketPhase phase() {
        if (nanos < open) {
            return MarketPhase.PRE;
        }
        return nanos < close ? MarketPhase.OPEN : MarketPhase.CLOSED;
    }
}
