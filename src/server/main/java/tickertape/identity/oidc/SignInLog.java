package tickertape.identity.oidc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Logs sign-ins at the provider that did not succeed: each kind at once, then once a minute while it goes on. Safe
/// for any thread.
final class SignInLog {

    private static final Logger LOG = System.getLogger(SignInLog.class.getName());
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final String issuer;
    private final LongSupplier nanoTime;
    private final Map<SignInOutcome, Tally> tallies = new EnumMap<>(SignInOutcome.class);

    /// How many have not been logged yet.
    ///
    /// @param last when one was
    private record Tally(long count, long last) {}

    SignInLog(String issuer, LongSupplier nanoTime) {
        this.issuer = issuer;
        this.nanoTime = nanoTime;
    }

    synchronized void add(SignInException failure) {
        SignInOutcome outcome = failure.outcome();
        long now = nanoTime.getAsLong();
        Tally before = tallies.getOrDefault(outcome, new Tally(0, now - INTERVAL.toNanos()));
        long count = before.count() + 1;
        if (now - before.last() < INTERVAL.toNanos()) {
            tallies.put(outcome, new Tally(count, before.last()));
            return;
        }
        tallies.put(outcome, new Tally(0, now));
        LOG.log(
                level(outcome),
                "{0} sign-ins at {1} ended as {2}, the last of them because: {3}",
                Long.toString(count),
                issuer,
                outcome.text(),
                failure.getMessage());
    }

    private static Level level(SignInOutcome outcome) {
        return outcome == SignInOutcome.FAILED || outcome == SignInOutcome.UNAVAILABLE ? Level.WARNING : Level.INFO;
    }
}
