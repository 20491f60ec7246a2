package tickertape.identity.account;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import tickertape.web.ProblemException;
import tickertape.web.RateLimiter;
import tickertape.web.monitoring.AggregateLog;

/// How often somebody may try to sign in: from one address, and to one account. Safe for any thread.
public final class SignInLimits {

    private static final Logger LOG = System.getLogger(SignInLimits.class.getName());

    /// An account may be tried this much less often than an address tries.
    private static final int SHARE = 6;

    private final RateLimiter addresses;
    private final RateLimiter accounts;
    private final AtomicLong refused = new AtomicLong();
    private final AggregateLog log;

    SignInLimits(int perMinute, LongSupplier nanoTime) {
        addresses = new RateLimiter(perMinute, nanoTime);
        accounts = new RateLimiter(perMinute / SHARE, nanoTime);
        log = new AggregateLog(
                LOG,
                Level.INFO,
                nanoTime,
                "{0} attempts to sign in were refused: too many of one address, or for one account",
                refused::get);
    }

    /// Counts an attempt by a password; throws `ProblemException` 429 if there were too many.
    void count(String address, AccountName name) {
        OptionalLong tooMany = addresses.secondsToWait(address);
        refuse(tooMany.isPresent() ? tooMany : accounts.secondsToWait(name.skeleton()));
    }

    /// Counts an attempt to sign in elsewhere; throws `ProblemException` 429 if there were too many.
    public void count(String address) {
        refuse(addresses.secondsToWait(address));
    }

    private void refuse(OptionalLong wait) {
        if (wait.isPresent()) {
            refused.incrementAndGet();
            synchronized (log) {
                log.update();
            }
            throw ProblemException.tooMany("too many attempts to sign in", wait.getAsLong());
        }
    }
}
