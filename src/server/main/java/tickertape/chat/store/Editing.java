package tickertape.chat.store;

import jakarta.ws.rs.core.Response.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tickertape.chat.text.MentionFinder;
import tickertape.web.ProblemException;

/// An author changes the text of a message. One thread writes it.
public final class Editing implements ChatChange<ChatMessage> {

    private final Sender sender;
    private final Content content;
    private final Duration within;
    private final SendLimits limits;
    private boolean isAccepted;

    /// What is to be there.
    ///
    /// @param mentioned the accounts that the text names, by their names
    public record Content(String room, long seq, String text, Map<String, String> mentioned) {}

    /// @param within how long after it was sent
    /// @param limits by which a change is as much as a new message
    public Editing(Sender sender, Content content, Duration within, SendLimits limits) {
        this.sender = sender;
        this.content = content;
        this.within = within;
        this.limits = limits;
    }

    @Override
    public ChatMessage write(Connection connection, long revision, Instant now) throws SQLException {
        isAccepted = false;
        ChatMessage message = OwnMessage.find(connection, sender.account(), content.room(), content.seq());
        AuthorTable.ofAccount(connection, sender.account()).orElseThrow().requireVoice(now);
        // In both directions, as the clock may have been set back.
        if (Duration.between(message.time(), now).abs().compareTo(within) > 0) {
            throw new ProblemException(
                    Status.FORBIDDEN, "a message can be changed for %s: write another one".formatted(within));
        }
        if (content.text().equals(message.text())) {
            return message;
        }
        limits.acceptChange(sender.account(), content.room(), content.text());
        isAccepted = true;
        var edited = new ChatMessage(
                message.id(),
                message.room(),
                message.seq(),
                revision,
                message.author(),
                content.text(),
                Mentioned.names(content.mentioned()),
                message.time(),
                now,
                null);
        MessageTable.update(connection, edited, now);
        changeMentions(connection, edited, now);
        return edited;
    }

    // Who was told already is not told again, and all changes of a message together tell no more people than it can
    // name.
    private void changeMentions(Connection connection, ChatMessage edited, Instant now) throws SQLException {
        Set<String> told = MentionTable.told(connection, edited);
        List<String> named = Mentioned.others(content.mentioned(), sender.account());
        for (String account : told) {
            MentionTable.show(connection, edited, account, named.contains(account));
        }
        List<String> added = named.stream()
                .filter(account -> !told.contains(account))
                .limit(Math.max(0, MentionFinder.MOST - told.size()))
                .toList();
        MentionTable.insert(connection, edited, added, now);
    }

    @Override
    public void undo() {
        if (isAccepted) {
            isAccepted = false;
            limits.undo(sender.account());
        }
    }
}
