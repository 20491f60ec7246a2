package tickertape.tape;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One message of the tape, framed once for all its readers.
final class Message {

    /// By offset, but whole texts first: the id of any event must mean that nothing up to it is missing, and of a
    /// text pieces with lower offsets may be missing until the whole is there.
    static final Comparator<Message> ORDER =
            Comparator.comparing((Message message) -> !message.whole).thenComparingLong(Message::offset);

    private final long offset;
    private final String key;
    private final String group;
    private final byte[] bytes;
    private final int bodyLength;
    private final long nanos;
    private final long previous;
    private final boolean whole;
    private final @Nullable Piece piece;

    private Message(
            long offset,
            String key,
            String group,
            byte[] bytes,
            int bodyLength,
            long nanos,
            long previous,
            boolean whole,
            @Nullable Piece piece) {
        this.offset = offset;
        this.key = key;
        this.group = group;
        this.bytes = bytes;
        this.bodyLength = bodyLength;
        this.nanos = nanos;
        this.previous = previous;
        this.whole = whole;
        this.piece = piece;
    }

    /// @param group empty if it belongs to none
    /// @param body the lines of the event before its id
    /// @param end its id, and the empty line
    /// @param nanos when it was appended, by the tape's monotonic clock
    Message(long offset, String key, String group, byte[] body, byte[] end, long nanos, @Nullable Piece piece) {
        this(offset, key, group, joined(body, end, 0), body.length, nanos, 0, false, piece);
    }

    /// The same piece of a text, which follows on the piece at another offset; 0 if it is the first.
    Message following(long other) {
        return new Message(offset, key, group, bytes, bodyLength, nanos, other, false, null);
    }

    /// A text up to this, its newest piece.
    Message whole(byte[] body) {
        return new Message(offset, key, group, joined(body, bytes, bodyLength), body.length, nanos, 0, true, null);
    }

    /// The same message, put on another tape at this time.
    Message at(long time) {
        return new Message(offset, key, group, bytes, bodyLength, time, previous, whole, piece);
    }

    private static byte[] joined(byte[] body, byte[] other, int from) {
        byte[] bytes = Arrays.copyOf(body, body.length + other.length - from);
        System.arraycopy(other, from, bytes, body.length, other.length - from);
        return bytes;
    }

    /// Its place in the order of the tape ([Position#order]).
    long offset() {
        return offset;
    }

    String key() {
        return key;
    }

    /// What it belongs to; empty if to nothing.
    String group() {
        return group;
    }

    /// The whole event as it goes over the wire; nobody changes it.
    byte[] bytes() {
        return bytes;
    }

    /// The data of the event.
    String json(TopicDefinition topic) {
        int start = Draft.head(topic).length();
        // The body ends in a line feed.
        return new String(bytes, start, bodyLength - start - 1, StandardCharsets.UTF_8);
    }

    /// The lines of the event before its id.
    byte[] body() {
        return Arrays.copyOf(bytes, bodyLength);
    }

    /// How long the event is without its id and the empty line.
    int bodyLength() {
        return bodyLength;
    }

    long nanos() {
        return nanos;
    }

    /// Of a piece of a text, the offset of the piece before it; 0 if it is the first.
    long previous() {
        return previous;
    }

    /// Whether it is a text so far, in place of its pieces.
    boolean isWhole() {
        return whole;
    }

    /// What it appends to a text; known until the text has taken it.
    @Nullable
    Piece piece() {
        return piece;
    }

    @Override
    public String toString() {
        return "%s at %s".formatted(key, offset);
    }
}
