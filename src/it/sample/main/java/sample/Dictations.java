package sample;

import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.regex.Pattern;
import tickertape.tape.Draft;
import tickertape.tape.RejectedPieceException;
import tickertape.tape.TopicDefinition;
import tickertape.tape.stream.StreamHub;
import tickertape.web.ProblemException;

/// Texts that are dictated piece by piece; everybody reads along. Safe for any thread.
final class Dictations {

    /// What a name looks like.
    static final String NAME = "[a-z0-9-]{1,40}";

    private static final Pattern NAMES = Pattern.compile(NAME);

    private final TopicDefinition topic;
    private final StreamHub hub;
    private final Jsonb jsonb;

    Dictations(TopicDefinition topic, StreamHub hub, Jsonb jsonb) {
        this.topic = topic;
        this.hub = hub;
        this.jsonb = jsonb;
    }

    static boolean isName(String text) {
        return NAMES.matcher(text).matches();
    }

    /// Puts a piece on the stream. The tape knows how long the text is, so one publisher at a time appends.
    synchronized void append(String name, NewPiece piece) {
        Boolean done = piece.done() ? true : null;
        Draft draft = Draft.piece(
                topic,
                name,
                piece.text(),
                piece.done(),
                (from, text) -> jsonb.toJson(new Dictation(name, from, text, done)));
        try {
            hub.publish(List.of(draft));
        } catch (RejectedPieceException e) {
            throw new ProblemException(Status.CONFLICT, e.getMessage());
        }
    }
}
