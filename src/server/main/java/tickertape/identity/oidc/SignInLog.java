package tickertape.identity.oidc;

import java.lang.System.Logger.Level;
import java.util.function.LongSupplier;
import tickertape.web.monitoring.OutcomeLog;

/// Logs sign-ins at the provider that did not succeed. Safe for any thread.
final class SignInLog {

    private final String issuer;
    private final OutcomeLog<SignInOutcome> log;

    SignInLog(String issuer, LongSupplier nanoTime) {
        this.issuer = issuer;
        log = new OutcomeLog<>(
                System.getLogger(SignInLog.class.getName()),
                nanoTime,
                "{0} sign-ins at {1} ended as {2}, the last of them because: {3}",
                SignInOutcome.class);
    }

    void add(SignInException failure) {
        SignInOutcome outcome = failure.outcome();
        log.add(outcome, level(outcome), issuer, outcome.text(), String.valueOf(failure.getMessage()));
    }

    private static Level level(SignInOutcome outcome) {
        return outcome == SignInOutcome.FAILED || outcome == SignInOutcome.UNAVAILABLE ? Level.WARNING : Level.INFO;
    }
}
