package tickertape.chat.store;

import jakarta.ws.rs.core.Response.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.web.ProblemException;

/// A moderator takes somebody's voice away for some time, or gives it back.
///
/// @param moderator its account, which stays with the mute
/// @param author its id, as everybody sees it
/// @param length empty to give it back
/// @param reason that the author is told; null for none
public record Muting(
        String moderator,
        String author,
        Optional<Duration> length,
        @Nullable String reason) implements ChatChange<MutedAuthor> {

    @Override
    public MutedAuthor write(Connection connection, long revision, Instant now) throws SQLException {
        AuthorRow row = AuthorTable.find(connection, author)
                .orElseThrow(() -> new ProblemException(Status.NOT_FOUND, "there is no author of the id " + author));
        Instant until = length.map(now::plus).orElse(null);
        AuthorTable.mute(connection, author, until, reason, moderator);
        return new MutedAuthor(row.author(), until == null ? now : until, reason);
    }
}
