package tickertape.commentary.author;

/// Says that a text ends before it is whole, and why.
public final class AuthorException extends Exception {

    private static final long serialVersionUID = 1;

    private final EndReason reason;

    public AuthorException(EndReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public EndReason reason() {
        return reason;
    }
}
