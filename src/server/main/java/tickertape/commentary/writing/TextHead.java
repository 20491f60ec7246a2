package tickertape.commentary.writing;

import java.time.Instant;
import java.util.Optional;
import tickertape.commentary.author.Assignment;
import tickertape.commentary.author.Language;
import tickertape.commentary.author.Occasion;
import tickertape.wire.Symbol;

/// What is known of a text before its first word.
///
/// @param owner who reads it; empty if everybody does
/// @param symbol what it is about; empty for the market
/// @param question what it answers; empty if nobody has asked
/// @param author who writes it
/// @param time of its facts
public record TextHead(
        String id,
        Optional<String> owner,
        Optional<Symbol> symbol,
        Language language,
        Occasion occasion,
        Optional<String> question,
        String author,
        Instant time) {

    public static final String COMMENTARY = "commentary";
    public static final String ANSWER = "answer";

    /// Of a text that somebody is asked to write.
    public static TextHead of(String id, Optional<Symbol> symbol, String author, Assignment assignment) {
        return new TextHead(
                id,
                assignment.caller(),
                symbol,
                assignment.language(),
                assignment.occasion(),
                assignment.question(),
                author,
                assignment.facts().time());
    }

    /// The name of the topic that it grows on.
    public String topic() {
        return owner.isPresent() ? ANSWER : COMMENTARY;
    }
}
