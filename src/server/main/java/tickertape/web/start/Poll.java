package tickertape.web.start;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Asks again and again whether something has come about, without a thread of its own in between.
///
/// @param tries how often it asks
/// @param come asks; it may take a while
/// @param then called once: with true when it has come about, with false when it has not after all tries
record Poll(int tries, BooleanSupplier come, Answer then) {

    /// Takes the answer.
    @FunctionalInterface
    interface Answer {
        void take(boolean hasCome);
    }

    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Executor LATER = after(INTERVAL);

    /// Runs something after a while.
    static Executor after(Duration delay) {
        return CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Asks for the first time, after a while.
    void start() {
        LATER.execute(this::ask);
    }

    private void ask() {
        if (come.getAsBoolean()) {
            then.take(true);
        } else if (tries <= 1) {
            then.take(false);
        } else {
            new Poll(tries - 1, come, then).start();
        }
    }
}
