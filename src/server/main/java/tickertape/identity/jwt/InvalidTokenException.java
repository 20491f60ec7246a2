package tickertape.identity.jwt;

/// A token is no good. The message is for whoever has sent it, and says nothing that is not public.
public final class InvalidTokenException extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    public InvalidTokenException(String reason) {
        super(reason);
        this.reason = reason;
    }

    InvalidTokenException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
