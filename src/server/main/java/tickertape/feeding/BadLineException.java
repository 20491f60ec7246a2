package tickertape.feeding;

import java.util.Locale;

/// A line that is no good: whose it is, and what is wrong with it.
public final class BadLineException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient SourceTracker source;
    private final Reason reason;

    /// The kinds of faults; in lower case with hyphens in metrics and headers.
    public enum Reason {
        /// It is longer than a line may be.
        TOO_LONG,
        /// It is no object of texts and numbers.
        NOT_JSON,
        /// Its fields do not make a trade or a quote.
        BAD_FIELDS,
        /// There are as many symbols or sources already as there may be.
        TOO_MANY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    BadLineException(SourceTracker source, Reason reason, String fault) {
        super(fault);
        this.source = source;
        this.reason = reason;
    }

    BadLineException(SourceTracker source, Reason reason, IllegalArgumentException cause) {
        super(cause.getMessage(), cause);
        this.source = source;
        this.reason = reason;
    }

    /// Whose line it is.
    SourceTracker source() {
        return source;
    }

    public Reason reason() {
        return reason;
    }

    /// What is wrong, in words.
    public String fault() {
        return String.valueOf(getMessage());
    }
}
