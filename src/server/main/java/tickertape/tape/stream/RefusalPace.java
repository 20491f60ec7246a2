package tickertape.tape.stream;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Spaces out the clients that wait for a free place: each is asked to come back in a turn of its own. So all can come
/// back exactly when they are asked to, and none has to stay away longer than others. Safe for any thread.
final class RefusalPace {

    /// How many clients come back in a second, however many wait.
    static final int A_SECOND = 200;

    /// A client that is asked to stay away for longer would miss places that fall free.
    static final Duration LONGEST = Duration.ofSeconds(30);

    private static final long STEP = TimeUnit.SECONDS.toNanos(1) / A_SECOND;

    private final LongSupplier nanoTime;
    private long turn;

    RefusalPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.turn = nanoTime.getAsLong();
    }

    /// Gives a client a turn.
    ///
    /// @return how many milliseconds to add to the time that clients are asked to wait
    synchronized long next() {
        long now = nanoTime.getAsLong();
        long wait = Math.clamp(turn - now, 0, LONGEST.toNanos());
        turn = now + wait + STEP;
        return TimeUnit.NANOSECONDS.toMillis(wait);
    }
}
