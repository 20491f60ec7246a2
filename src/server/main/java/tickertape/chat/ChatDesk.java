package tickertape.chat;

import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import tickertape.chat.store.Sender;
import tickertape.chat.text.AuthorName;
import tickertape.identity.Caller;
import tickertape.identity.QuoteDelay;
import tickertape.identity.Rights;
import tickertape.web.ProblemException;

/// Where requests come to: the chat, if there is one, and callers as it knows them.
public class ChatDesk {

    private final Optional<ChatParts> parts;
    private final QuoteDelay delay;

    ChatDesk(Optional<ChatParts> parts, QuoteDelay delay) {
        this.parts = parts;
        this.delay = delay;
    }

    Chat chat() {
        return parts().chat();
    }

    Moderation moderation() {
        return parts().moderation();
    }

    private ChatParts parts() {
        return parts.orElseThrow(
                () -> new ProblemException(Status.NOT_FOUND, "this server has no chat (chat.enabled)"));
    }

    Participant participant(Caller caller) {
        return new Participant(
                new Sender(caller.id(), AuthorName.of(caller.name(), caller.id())),
                delay.appliesTo(Optional.of(caller)),
                caller.has(Rights.MODERATOR));
    }
}
