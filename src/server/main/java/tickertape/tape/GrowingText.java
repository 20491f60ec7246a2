package tickertape.tape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One text of a growing topic, so far.
///
/// Each version is immutable, and a longer one is made in the time of its piece: as in a [Backlog], versions
/// share an array, and each sees the beginning of it.
final class GrowingText {

    private static final char[] NOTHING = new char[0];

    private final TopicDefinition topic;
    private final char[] characters;
    private final int length;
    private final Message newest;
    private final TextFormat format;
    private final boolean ended;

    // Made when a reader first wants it, perhaps by two threads at once, which make the same.
    private volatile @Nullable Message whole;

    private GrowingText(
            TopicDefinition topic, char[] characters, int length, Message newest, TextFormat format, boolean ended) {
        this.topic = topic;
        this.characters = characters;
        this.length = length;
        this.newest = newest;
        this.format = format;
        this.ended = ended;
    }

    /// A text longer by a message's piece.
    ///
    /// @param text the text so far; null to begin one
    static GrowingText longer(TopicDefinition topic, @Nullable GrowingText text, Message message) {
        Piece piece = message.piece();
        if (piece == null) {
            throw new IllegalArgumentException("%s is not a piece of a text".formatted(message));
        }
        int length = text == null ? 0 : text.length;
        int longer = length + piece.text().length();
        if (text != null && text.ended) {
            throw new RejectedPieceException(
                    "text '%s' of topic '%s' has ended".formatted(message.key(), topic.name()));
        }
        if (piece.from() != length) {
            throw new RejectedPieceException(
                    "text '%s' of topic '%s' has %s characters, not %s: two publishers append to it"
                            .formatted(message.key(), topic.name(), length, piece.from()));
        }
        if (longer > topic.textLimit()) {
            throw new RejectedPieceException("text '%s' of topic '%s' would have %s characters, more than %s"
                    .formatted(message.key(), topic.name(), longer, topic.textLimit()));
        }
        char[] characters = text == null ? NOTHING : text.characters;
        if (longer > characters.length) {
            characters = Arrays.copyOf(characters, Math.min(topic.textLimit(), Math.max(longer, 2 * length)));
        }
        piece.text().getChars(0, piece.text().length(), characters, length);
        Message newest = message.following(text == null ? 0 : text.newest.offset());
        return new GrowingText(topic, characters, longer, newest, piece.format(), piece.last());
    }

    int length() {
        return length;
    }

    /// Its newest piece.
    Message newest() {
        return newest;
    }

    boolean ended() {
        return ended;
    }

    /// All of it in one message.
    Message whole() {
        Message made = whole;
        if (made == null) {
            made = newest.whole(Draft.body(topic, format.json(0, new String(characters, 0, length))));
            whole = made;
        }
        return made;
    }
}
