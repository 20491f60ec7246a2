package tickertape.chat.store;

import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tickertape.web.ProblemException;

/// Who has written, with what only the server knows.
///
/// @param id as everybody sees it
/// @param mutedUntil null if never muted
record AuthorRow(
        String account,
        String id,
        String name,
        @Nullable Instant mutedUntil,
        @Nullable String mutedFor) {

    Author author() {
        return new Author(id, name);
    }

    /// Throws `ProblemException` 403 if it is muted.
    void requireVoice(Instant now) {
        if (mutedUntil != null && mutedUntil.isAfter(now)) {
            throw new ProblemException(
                    Status.FORBIDDEN,
                    "you are muted until %s%s"
                            .formatted(
                                    mutedUntil.truncatedTo(ChronoUnit.SECONDS),
                                    mutedFor == null ? "" : ": " + mutedFor));
        }
    }
}
