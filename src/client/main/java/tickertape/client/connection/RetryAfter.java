package tickertape.client.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// The field `Retry-After` of HTTP (RFC 9110, 10.2.3): seconds, or a date.
final class RetryAfter {

    // More seconds than that nobody waits for, and no clock can count.
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /// How long that is from now; null where there is none, or nobody can read it.
    ///
    /// @param now by the clock of who wrote it; null where it does not tell, and a date means nothing
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
