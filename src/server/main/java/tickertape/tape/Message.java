package tickertape.tape;

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
    private final byte[] bytes;
    private final int idLength;
    private final long nanos;
    private final long previous;
    private final boolean whole;
    private final @Nullable Piece piece;

    private Message(
            long offset,
            String key,
            byte[] bytes,
            int idLength,
            long nanos,
            long previous,
            boolean whole,
            @Nullable Piece piece) {
        this.offset = offset;
        this.key = key;
        this.bytes = bytes;
        this.idLength = idLength;
        this.nanos = nanos;
        this.previous = previous;
        this.whole = whole;
        this.piece = piece;
    }

    /// @param id the first line of the event
    /// @param body the rest of the event
    /// @param nanos when it was appended, by the tape's monotonic clock
    Message(long offset, String key, byte[] id, byte[] body, long nanos, @Nullable Piece piece) {
        this(offset, key, joined(id, id.length, body), id.length, nanos, 0, false, piece);
    }

    /// The same piece of a text, which follows on the piece at another offset; 0 if it is the first.
    Message following(long other) {
        return new Message(offset, key, bytes, idLength, nanos, other, false, null);
    }

    /// A text up to this, its newest piece.
    Message whole(byte[] body) {
        return new Message(offset, key, joined(bytes, idLength, body), idLength, nanos, 0, true, null);
    }

    private static byte[] joined(byte[] id, int idLength, byte[] body) {
        byte[] bytes = Arrays.copyOf(id, idLength + body.length);
        System.arraycopy(body, 0, bytes, idLength, body.length);
        return bytes;
    }

    long offset() {
        return offset;
    }

    String key() {
        return key;
    }

    /// The whole event as it goes over the wire; nobody changes it.
    byte[] bytes() {
        return bytes;
    }

    /// How long its first line is, which is its id.
    int idLength() {
        return idLength;
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
