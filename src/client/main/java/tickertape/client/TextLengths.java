package tickertape.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tickertape.client.QueuedMessage.Piece;

/// The length of each growing text so far, which shows when a piece is missing. One thread at a time.
final class TextLengths {

    // A text that is forgotten and then grows counts as one with a missing piece, and is sent as a whole again.
    private static final int MOST_TEXTS = 10_000;

    private final Map<QueuedMessage.Key, Integer> lengths = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<QueuedMessage.Key, Integer> eldest) {
            return size() > MOST_TEXTS;
        }
    };
    // Not if the stream began at a position of an earlier run: then texts go on that only the consumer knows.
    private boolean knowsAll;

    /// Notes what a message adds.
    ///
    /// @return whether nothing is missing before it
    boolean take(QueuedMessage message) {
        Piece piece = message.piece();
        QueuedMessage.Key key = message.key();
        if (message.startsAnew()) {
            lengths.clear();
            knowsAll = true;
        }
        if (piece == null || key == null) {
            return true;
        }
        if (!joins(piece, lengths.get(key))) {
            return false;
        }
        lengths.put(key, piece.end());
        return true;
    }

    private boolean joins(Piece piece, @Nullable Integer length) {
        return piece.from() == 0 || (length == null ? !knowsAll : piece.from() <= length);
    }
}
