package tickertape.market.feed;

import org.jspecify.annotations.Nullable;

/// A file that can't be used. The message names the file, the line if there is one, and the fault.
final class BadFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadFileException(String file, String fault, @Nullable Throwable cause) {
        super("%s: %s".formatted(file, fault), cause);
    }

    BadFileException(String file, long line, String fault, @Nullable Throwable cause) {
        super("%s, line %d: %s".formatted(file, line, fault), cause);
    }
}
