package tickertape.identity.oidc;

/// A sign-in does not succeed. The message is for the log: it holds nothing that is secret, and no words of a visitor.
final class SignInException extends Exception {

    private static final long serialVersionUID = 1;

    private final SignInOutcome outcome;

    SignInException(SignInOutcome outcome, String message) {
        super(message);
        this.outcome = outcome;
    }

    SignInException(SignInOutcome outcome, Exception cause) {
        super(String.valueOf(cause.getMessage()), cause);
        this.outcome = outcome;
    }

    SignInOutcome outcome() {
        return outcome;
    }
}
