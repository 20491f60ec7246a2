package tickertape.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tickertape.client.StreamMessage.Published;
import tickertape.client.StreamMessage.Reported;

/// A message that waits for the consumer, and what the queue may do with it.
///
/// @param key of the messages with an equal key only the newest matters, or their pieces may be joined; null if this
/// one stands for itself
/// @param piece what it appends to a growing text; null for other messages
record QueuedMessage(
        StreamMessage message, @Nullable Key key, @Nullable Piece piece) {

    /// What a message is about: of which topic, and which key there.
    record Key(String topic, String key) {}

    /// A piece of a growing text.
    ///
    /// @param from the number of characters before it
    /// @param properties the event as it came, to make an event of the same type with another stretch of the text
    /// @param joined whether it was made of several pieces, so that its message holds only the last of them
    record Piece(int from, String text, Map<String, Object> properties, boolean joined) {

        int end() {
            return from + text.length();
        }

        /// One piece with the effect of both, one after the other.
        Piece followedBy(Piece next) {
            if (next.from <= from) {
                return next;
            }
            String kept = text.substring(0, next.from - from);
            return new Piece(from, kept + next.text, next.properties, true);
        }

        /// The event that carries the whole piece.
        Map<String, Object> event() {
            var event = new LinkedHashMap<>(properties);
            event.put("from", from);
            event.put("text", text);
            return event;
        }
    }

    static QueuedMessage of(Report report) {
        return new QueuedMessage(new Reported(report), null, null);
    }

    /// What stands in its place when a newer one of the same key comes while there is no room.
    QueuedMessage mergedWith(QueuedMessage newer) {
        return piece == null || newer.piece == null
                ? newer
                : new QueuedMessage(newer.message, newer.key, piece.followedBy(newer.piece));
    }

    /// The topic that loses an event if this message finds no room; null if it must not be dropped.
    @Nullable
    String droppableTopic() {
        return key == null && message instanceof Published<?> published
                ? published.topic().name()
                : null;
    }

    boolean isReport() {
        return message instanceof Reported;
    }

    boolean isOffline() {
        return message instanceof Reported reported && reported.report() instanceof Report.Offline;
    }

    /// Whether all that came before it is to be thrown away.
    boolean startsAnew() {
        return message instanceof Reported reported
                && reported.report() instanceof Report.Connected connected
                && connected.startsAnew();
    }
}
