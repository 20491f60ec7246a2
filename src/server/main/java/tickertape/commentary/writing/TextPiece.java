package tickertape.commentary.writing;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.commentary.author.BuiltInAuthor;
import tickertape.commentary.author.EndReason;
import tickertape.wire.Symbol;

/// A piece of a text on the stream, or the whole so far.
///
/// @param id of the text
/// @param seq how many pieces the text has with this one
/// @param from how many characters of the text come before these
/// @param author who writes it; null for the built-in one
/// @param done true if the text has ended, else null
/// @param reason why; null if it has not
public record TextPiece(
        String id,
        int seq,
        @Nullable Symbol symbol,
        String language,
        String occasion,
        @Nullable String question,
        @Nullable String author,
        Instant time,
        int from,
        String text,
        @Nullable Boolean done,
        @Nullable String reason) {

    static TextPiece of(TextHead head, int seq, int from, String text, Optional<EndReason> end) {
        return new TextPiece(
                head.id(),
                seq,
                head.symbol().orElse(null),
                head.language().text(),
                head.occasion().text(),
                head.question().orElse(null),
                head.author().equals(BuiltInAuthor.NAME) ? null : head.author(),
                head.time(),
                from,
                text,
                end.isPresent() ? true : null,
                end.map(EndReason::text).orElse(null));
    }
}
