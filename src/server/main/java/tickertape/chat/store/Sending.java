package tickertape.chat.store;

import jakarta.ws.rs.core.Response.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tickertape.web.ProblemException;
import tickertape.web.Sha256;

/// Somebody writes a message. One thread writes it.
public final class Sending implements ChatChange<SentMessage> {

    private final Sender sender;
    private final Content content;
    private final SendLimits limits;
    private final Supplier<String> newId;
    private boolean isAccepted;

    /// What somebody wants to say.
    ///
    /// @param id made by the client
    /// @param mentioned the accounts that the text names, by their names
    public record Content(String room, String id, String text, Map<String, String> mentioned) {}

    /// @param newId makes an id for who writes for the first time
    public Sending(Sender sender, Content content, SendLimits limits, Supplier<String> newId) {
        this.sender = sender;
        this.content = content;
        this.limits = limits;
        this.newId = newId;
    }

    @Override
    public SentMessage write(Connection connection, long revision, Instant now) throws SQLException {
        isAccepted = false;
        Optional<AuthorRow> author = AuthorTable.ofAccount(connection, sender.account());
        if (author.isPresent()) {
            Optional<ChatMessage> before = sentBefore(connection, author.get());
            if (before.isPresent()) {
                return new SentMessage(before.get(), false);
            }
            author.get().requireVoice(now);
        }
        limits.accept(sender.account(), content.room(), content.text());
        isAccepted = true;
        var message = new ChatMessage(
                content.id(),
                content.room(),
                RoomTable.next(connection, content.room()),
                revision,
                signed(connection, author),
                content.text(),
                Mentioned.names(content.mentioned()),
                now,
                null,
                null);
        MessageTable.insert(connection, message, Sha256.base64Url(content.text()));
        MentionTable.insert(connection, message, Mentioned.others(content.mentioned(), sender.account()), now);
        // Who writes has read what is before.
        ReadTable.advance(connection, sender.account(), new ReadMark(content.room(), message.seq()), revision);
        return new SentMessage(message, true);
    }

    private Optional<ChatMessage> sentBefore(Connection connection, AuthorRow author) throws SQLException {
        Optional<ChatMessage> sent = MessageTable.sent(connection, author.id(), content.id());
        if (sent.isPresent() && !isSame(connection, sent.get())) {
            throw new ProblemException(
                    Status.CONFLICT,
                    "you have sent another message under the id %s: make a new id".formatted(content.id()));
        }
        return sent;
    }

    private boolean isSame(Connection connection, ChatMessage sent) throws SQLException {
        return sent.room().equals(content.room())
                && MessageTable.isSame(connection, sent, Sha256.base64Url(content.text()));
    }

    private Author signed(Connection connection, Optional<AuthorRow> author) throws SQLException {
        if (author.isEmpty()) {
            var row = new AuthorRow(sender.account(), newId.get(), sender.name(), null, null);
            AuthorTable.insert(connection, row);
            return row.author();
        }
        if (!author.get().name().equals(sender.name())) {
            AuthorTable.rename(connection, sender.account(), sender.name());
        }
        return new Author(author.get().id(), sender.name());
    }

    @Override
    public void undo() {
        if (isAccepted) {
            // An attempt that follows may fail before it comes here.
            isAccepted = false;
            limits.undo(sender.account());
        }
    }
}
