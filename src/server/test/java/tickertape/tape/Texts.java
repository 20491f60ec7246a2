package tickertape.tape;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;

/// A growing topic, and its messages in shorthand: `A+6 wor` says that `wor` follows on six characters of text A, and
/// `A+6 wor.` that the text ends with it.
final class Texts {

    static final TopicDefinition STORY =
            TopicDefinition.growing("story", "id", id -> true).retaining(3).limitingTextsTo(20);

    /// An event of the topic as it is written, its shorthand split into text, offset and piece.
    static final Pattern EVENT = Pattern.compile("event: story\ndata: (\\w+)\\+(\\d+) (.*?)(\\.?)\n(?:id: .*\n)?\n");

    private Texts() {}

    static Tape tape(int backlog, FakeTime time) {
        return Tapes.tape(backlog, time, STORY, Tapes.QUOTE, Tapes.TRADE);
    }

    static Filter stories(String... keys) {
        return new Filter(Set.of(STORY), keys.length == 0 ? Map.of() : Map.of("id", Set.of(keys)));
    }

    static Filter everything() {
        return new Filter(Set.of(STORY, Tapes.QUOTE, Tapes.TRADE), Map.of());
    }

    static Draft piece(String key, String text) {
        return piece(STORY, key, text, false);
    }

    static Draft lastPiece(String key, String text) {
        return piece(STORY, key, text, true);
    }

    static Draft piece(TopicDefinition topic, String key, String text, boolean last) {
        return Draft.piece(
                topic, key, text, last, (from, piece) -> "%s+%s %s%s".formatted(key, from, piece, last ? "." : ""));
    }

    static void append(Tape tape, Draft... drafts) {
        tape.append(List.of(drafts));
    }
}
