package tickertape.chat.store;

import jakarta.ws.rs.core.Response.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tickertape.web.ProblemException;

/// An author changes the text of a message.
///
/// @param within how long after it was sent
public record Editing(Sender sender, String room, long seq, String text, Map<String, String> mentioned, Duration within)
        implements ChatChange<ChatMessage> {

    @Override
    public ChatMessage write(Connection connection, long revision, Instant now) throws SQLException {
        ChatMessage message = OwnMessage.find(connection, sender.account(), room, seq);
        AuthorTable.ofAccount(connection, sender.account()).orElseThrow().requireVoice(now);
        // In both directions, as the clock may have been set back.
        if (Duration.between(message.time(), now).abs().compareTo(within) > 0) {
            throw new ProblemException(
                    Status.FORBIDDEN, "a message can be changed for %s: write another one".formatted(within));
        }
        if (text.equals(message.text())) {
            return message;
        }
        var edited = new ChatMessage(
                message.id(),
                room,
                seq,
                revision,
                message.author(),
                text,
                Mentioned.names(mentioned),
                message.time(),
                now,
                null);
        MessageTable.update(connection, edited, now);
        changeMentions(connection, edited, now);
        return edited;
    }

    // Who was named already is not told again.
    private void changeMentions(Connection connection, ChatMessage edited, Instant now) throws SQLException {
        Set<String> before = MentionTable.of(connection, edited);
        var added = new TreeSet<>(Mentioned.others(mentioned, sender.account()));
        var removed = new TreeSet<>(before);
        removed.removeAll(added);
        added.removeAll(before);
        MentionTable.delete(connection, edited, removed);
        MentionTable.insert(connection, edited, added, now);
    }
}
