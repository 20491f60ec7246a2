package tickertape.commentary.writing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tickertape.wire.Symbol;

/// A text as requests get it: whole, or so far.
///
/// @param topic on which it grows or grew
/// @param symbol null for the market
/// @param question null if nobody has asked
/// @param time of the facts in it
/// @param ended when it ended; null while it is being written
/// @param reason why it ended; null while it is being written
public record CommentaryText(
        String id,
        String topic,
        @Nullable Symbol symbol,
        String language,
        String occasion,
        @Nullable String question,
        String author,
        Instant time,
        @Nullable Instant ended,
        @Nullable String reason,
        String text) {

    /// A text that has not ended.
    static CommentaryText soFar(TextHead head, String text) {
        return new CommentaryText(
                head.id(),
                head.topic(),
                head.symbol().orElse(null),
                head.language().text(),
                head.occasion().text(),
                head.question().orElse(null),
                head.author(),
                head.time(),
                null,
                null,
                text);
    }

    /// The same when it has ended.
    CommentaryText ended(Instant end, String why) {
        return new CommentaryText(id, topic, symbol, language, occasion, question, author, time, end, why, text);
    }
}
