package tickertape.commentary.writing;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tickertape.commentary.author.EndReason;
import tickertape.commentary.author.Language;
import tickertape.tape.Draft;
import tickertape.tape.TopicDefinition;
import tickertape.tape.TopicVariants;

/// The topics that texts grow on: one for everybody, in each language, and one for answers.
///
/// @param json writes what goes on the tape
public record TextTopics(TopicVariants commentary, TopicVariants answers, Function<TextPiece, String> json) {

    /// How many characters a text may have.
    public static final int LONGEST = 10_000;

    /// How many texts of each language, and of each owner's answers, new readers get.
    private static final int KEPT = 20;

    private static final String ID = "id";

    /// Texts for everybody.
    public static TopicVariants commentary(Predicate<String> symbols) {
        return TopicVariants.of(
                "language",
                Language.texts(),
                Language.EN.text(),
                language -> TopicDefinition.growing(TextHead.COMMENTARY, ID, TextTopics::isId)
                        .groupedBy("symbol", symbols)
                        .retaining(KEPT)
                        .limitingTextsTo(LONGEST));
    }

    /// Texts for who has asked.
    ///
    /// @param most how many of one owner may be written at once
    public static TopicVariants answers(int most) {
        return TopicVariants.only(TopicDefinition.growing(TextHead.ANSWER, ID, TextTopics::isId)
                .asPrivate()
                .retaining(KEPT + most)
                .limitingTextsTo(LONGEST));
    }

    private static boolean isId(String text) {
        return text.matches("[A-Za-z0-9_-]{16}");
    }

    /// A piece as it goes on the tape.
    ///
    /// @param seq how many pieces the text has with it
    /// @param end why the text ends with it; empty if it goes on
    Draft draft(TextHead head, int seq, String piece, Optional<EndReason> end) {
        TopicDefinition topic = head.owner().isPresent()
                ? answers.topic("")
                : commentary.topic(head.language().text());
        Draft draft = Draft.piece(
                topic,
                head.id(),
                piece,
                end.isPresent(),
                (from, text) -> json.apply(TextPiece.of(head, seq, from, text, end)));
        Draft grouped = head.symbol().map(symbol -> draft.in(symbol.text())).orElse(draft);
        return head.owner().map(grouped::ownedBy).orElse(grouped);
    }
}
