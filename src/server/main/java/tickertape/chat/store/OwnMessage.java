package tickertape.chat.store;

import jakarta.ws.rs.core.Response.Status;
import java.sql.Connection;
import java.sql.SQLException;
import tickertape.web.ProblemException;

/// Finds messages that somebody may change.
public final class OwnMessage {

    private OwnMessage() {}

    /// A message of an account; throws `ProblemException` 404 if there is none, or it was deleted, and 403 if it is
    /// somebody else's.
    static ChatMessage find(Connection connection, String account, String room, long seq) throws SQLException {
        ChatMessage message = MessageTable.find(connection, room, seq)
                .filter(found -> !found.isDeleted())
                .orElseThrow(OwnMessage::missing);
        if (!isOf(connection, account, message)) {
            throw notYours();
        }
        return message;
    }

    /// Whether an account has written a message.
    static boolean isOf(Connection connection, String account, ChatMessage message) throws SQLException {
        return AuthorTable.ofAccount(connection, account)
                .filter(author -> author.id().equals(message.author().id()))
                .isPresent();
    }

    /// A 404.
    public static ProblemException missing() {
        return new ProblemException(Status.NOT_FOUND, "there is no such message");
    }

    /// A 403.
    static ProblemException notYours() {
        return new ProblemException(Status.FORBIDDEN, "this message is not yours");
    }
}
