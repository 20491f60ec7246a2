package tickertape.client.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// The header `Retry-After` of HTTP (RFC 9110, 10.2.3): seconds, or a date.
final class RetryAfter {

    // Nobody waits longer, and more digits might overflow.
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /// The time from now; null if the header is missing or cannot be read.
    ///
    /// @param now the server's clock; null if it is unknown, and then a date means nothing
    static @Nullable Duration parse(@Nullable String field, @Nullable Instant now) {
        if (field == null) {
            return null;
        }
        String text = field.strip();
        if (text.matches("[0-9]{1," + MOST_DIGITS + "}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        if (now == null) {
            return null;
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(now, then);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
