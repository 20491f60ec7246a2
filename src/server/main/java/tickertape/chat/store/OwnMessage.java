package tickertape.chat.store;

import jakarta.ws.rs.core.Response.Status;
import java.sql.Connection;
import java.sql.SQLException;
import tickertape.web.ProblemException;

/// Finds messages that somebody may change.
public final class OwnMessage {

    private OwnMessage() {}

    /// A message of an account; throws `ProblemException` 404 if there is none, and 403 if it is somebody else's.
    static ChatMessage find(Connection connection, String account, String room, long seq) throws SQLException {
        ChatMessage message = any(connection, room, seq);
        boolean isOwn = AuthorTable.ofAccount(connection, account)
                .filter(author -> author.id().equals(message.author().id()))
                .isPresent();
        if (!isOwn) {
            throw new ProblemException(Status.FORBIDDEN, "this message is not yours");
        }
        return message;
    }

    /// Any message; throws `ProblemException` 404 if there is none, or it was deleted.
    static ChatMessage any(Connection connection, String room, long seq) throws SQLException {
        return MessageTable.find(connection, room, seq)
                .filter(found -> !found.isDeleted())
                .orElseThrow(OwnMessage::missing);
    }

    /// A 404.
    public static ProblemException missing() {
        return new ProblemException(Status.NOT_FOUND, "there is no such message");
    }
}
