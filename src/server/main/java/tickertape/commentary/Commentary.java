package tickertape.commentary;

import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tickertape.commentary.author.EndReason;
import tickertape.commentary.store.TextArchive;
import tickertape.commentary.store.TextQuery;
import tickertape.commentary.writing.CommentaryText;
import tickertape.commentary.writing.EndedText;
import tickertape.commentary.writing.SteadyClock;
import tickertape.commentary.writing.Texts;
import tickertape.identity.Caller;
import tickertape.identity.Rights;
import tickertape.web.ProblemException;

/// What requests may know and do of texts. Safe for any thread.
final class Commentary {

    private final AnswerDesk desk;
    private final Texts texts;
    private final TextArchive archive;
    private final SteadyClock clock;
    private final Duration delay;

    /// @param delay how late those see prices who have no right to see them at once
    Commentary(AnswerDesk desk, Texts texts, TextArchive archive, SteadyClock clock, Duration delay) {
        this.desk = desk;
        this.texts = texts;
        this.archive = archive;
        this.clock = clock;
        this.delay = delay;
    }

    /// Begins an answer; throws `ProblemException`.
    CommentaryText ask(NewQuestion question, Caller caller) {
        return desk.ask(question, caller.id());
    }

    /// Texts of the past, the newest first.
    ///
    /// @param late whether the caller sees prices late
    List<CommentaryText> past(TextQuery query, boolean late) {
        TextQuery seen = late ? query.before(clock.before(delay)) : query;
        // First the memory: what leaves it is in the database.
        Map<String, EndedText> found = new LinkedHashMap<>();
        texts.recent().stream()
                .filter(seen::isMet)
                .forEach(text -> found.put(text.text().id(), text));
        archive.page(seen).forEach(text -> found.putIfAbsent(text.text().id(), text));
        return found.values().stream()
                .map(EndedText::text)
                .sorted(Comparator.comparing(Commentary::end).reversed())
                .limit(query.limit())
                .toList();
    }

    private static Instant end(CommentaryText text) {
        Instant end = text.ended();
        return end == null ? Instant.MAX : end;
    }

    /// One text, perhaps so far; throws `ProblemException` 404 if there is none that the caller may see.
    ///
    /// @param late whether the caller sees prices late
    CommentaryText one(String id, Optional<Caller> caller, boolean late) {
        EndedText text = find(id, caller);
        if (late && !end(text.text()).isBefore(clock.before(delay))) {
            throw none();
        }
        return text.text();
    }

    private EndedText find(String id, Optional<Caller> caller) {
        Optional<String> account = caller.map(Caller::id);
        return texts.find(id)
                .or(() -> archive.find(id))
                .filter(text -> text.isFor(account))
                .orElseThrow(Commentary::none);
    }

    private static ProblemException none() {
        return new ProblemException(Status.NOT_FOUND, "there is no such text");
    }

    /// Ends a text that is being written; throws `ProblemException` 404, or 403 for one that is for everybody.
    void stop(String id, Caller caller) {
        EndedText text = find(id, Optional.of(caller));
        if (text.owner().isEmpty() && !caller.has(Rights.MODERATOR)) {
            throw new ProblemException(
                    Status.FORBIDDEN,
                    "this text is for everybody: it takes the right '%s'".formatted(Rights.MODERATOR));
        }
        texts.stop(id, EndReason.STOPPED);
    }

    /// An account is gone, and with it all answers to it.
    void forget(String account) {
        texts.forget(account);
        archive.forget(account);
    }
}
