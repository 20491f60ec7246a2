package tickertape.chat;

import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tickertape.chat.store.ChatWorker;
import tickertape.chat.store.HistoryReader;
import tickertape.chat.store.MutedAuthor;
import tickertape.chat.store.Muting;
import tickertape.identity.Rights;
import tickertape.web.ProblemException;

/// What moderators do. Safe for any thread; throws as [Chat] does.
record Moderation(ChatWorker worker, HistoryReader history, ChatCounts counts) {

    List<MutedAuthor> muted(Participant moderator) {
        require(moderator);
        return history.muted();
    }

    MutedAuthor mute(Participant moderator, String author, NewMute mute) {
        require(moderator);
        MutedAuthor muted = worker.write(new Muting(
                moderator.account(),
                author,
                Optional.of(mute.duration()),
                mute.reason().orElse(null)));
        counts.add(ChatCounts.Outcome.MUTED);
        return muted;
    }

    MutedAuthor unmute(Participant moderator, String author) {
        require(moderator);
        return worker.write(new Muting(moderator.account(), author, Optional.<Duration>empty(), null));
    }

    private static void require(Participant participant) {
        if (!participant.isModerator()) {
            throw new ProblemException(Status.FORBIDDEN, "this takes the right '%s'".formatted(Rights.MODERATOR));
        }
    }
}
