package tickertape.chat.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/// Somebody deletes a message: its text is gone, its place stays. Whoever has deleted it may do so again, as it
/// may have had no answer.
///
/// @param isModerator whether it may delete those of others
public record Deleting(String account, String room, long seq, boolean isModerator)
        implements ChatChange<Deleting.Done> {

    private static final String AUTHOR = "author";
    private static final String MODERATOR = "moderator";

    /// What was deleted.
    ///
    /// @param isOwn whether it was its author's doing
    /// @param isNew whether just now, and not by the same account before
    /// @param time when
    public record Done(ChatMessage message, boolean isOwn, boolean isNew, Instant time) {}

    @Override
    public Done write(Connection connection, long revision, Instant now) throws SQLException {
        ChatMessage message = MessageTable.find(connection, room, seq).orElseThrow(OwnMessage::missing);
        boolean isOwn = OwnMessage.isOf(connection, account, message);
        if (message.isDeleted()) {
            return again(connection, message, isOwn);
        }
        if (!isOwn && !isModerator) {
            throw OwnMessage.notYours();
        }
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
        if (!isOwn) {
            MessageTable.deletedBy(connection, deleted, account);
        }
        MentionTable.hide(connection, deleted);
        return new Done(deleted, isOwn, true, now);
    }

    private Done again(Connection connection, ChatMessage message, boolean isOwn) throws SQLException {
        MessageTable.Deletion before = MessageTable.deletion(connection, message);
        boolean isByAuthor = AUTHOR.equals(message.deleted());
        if (isByAuthor ? !isOwn : !account.equals(before.moderator())) {
            throw OwnMessage.missing();
        }
        return new Done(message, isByAuthor, false, before.time());
    }
}
