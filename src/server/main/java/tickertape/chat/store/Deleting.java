package tickertape.chat.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/// Somebody deletes a message: its text is gone, its place stays.
///
/// @param isModerator whether it may delete those of others
public record Deleting(String account, String room, long seq, boolean isModerator)
        implements ChatChange<Deleting.Done> {

    private static final String AUTHOR = "author";
    private static final String MODERATOR = "moderator";

    /// What was deleted.
    ///
    /// @param isOwn whether it was its author's doing
    public record Done(ChatMessage message, boolean isOwn) {}

    @Override
    public Done write(Connection connection, long revision, Instant now) throws SQLException {
        ChatMessage message =
                isModerator ? OwnMessage.any(connection, room, seq) : OwnMessage.find(connection, account, room, seq);
        boolean isOwn = AuthorTable.ofAccount(connection, account)
                .filter(author -> author.id().equals(message.author().id()))
                .isPresent();
        var deleted = new ChatMessage(
                message.id(),
                room,
                seq,
                revision,
                message.author(),
                null,
                null,
                message.time(),
                message.edited(),
                isOwn ? AUTHOR : MODERATOR);
        MessageTable.update(connection, deleted, now);
        MentionTable.hide(connection, deleted);
        return new Done(deleted, isOwn);
    }
}
