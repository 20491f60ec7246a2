package tickertape.client;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tickertape.client.QueuedMessage.Piece;
import tickertape.client.Report.Origin;
import tickertape.client.StreamMessage.Published;
import tickertape.client.Topic.Kind;
import tickertape.wire.Gap;
import tickertape.wire.TopicInfo;

/// Turns events into messages; safe for any thread.
///
/// @param topics those that are read, by name
record Decoder(Jsonb jsonb, Map<String, Topic<?>> topics) {

    /// Decodes an event of a topic.
    ///
    /// @param announced what the server says of the topic; null if it says nothing
    /// @return empty for an event that this stream does not read: newer servers may send more
    Optional<QueuedMessage> message(String event, String data, @Nullable TopicInfo announced) {
        Topic<?> topic = topics.get(event);
        if (topic == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(message(topic, data, announced));
        } catch (RuntimeException fault) {
            return Optional.of(QueuedMessage.of(unreadable(event, data, fault)));
        }
    }

    QueuedMessage gap(String data) {
        try {
            return QueuedMessage.of(new Report.Gap(read(data, Gap.class).topics(), Origin.SERVER));
        } catch (RuntimeException fault) {
            return QueuedMessage.of(unreadable("gap", data, fault));
        }
    }

    /// What the consumer gets. For joined pieces, that is made here, so that the buffer calls no foreign code.
    StreamMessage delivered(QueuedMessage queued) {
        Piece piece = queued.piece();
        return piece != null && piece.joined() && queued.message() instanceof Published<?> last
                ? joined(last.topic(), piece)
                : queued.message();
    }

    /// @throws RuntimeException of any kind if the text is not JSON of this type
    <T> T read(String data, Class<T> type) {
        T value = jsonb.fromJson(data, type);
        if (value == null) {
            throw new JsonbException("the event is null");
        }
        return value;
    }

    static Report unreadable(String event, String data, RuntimeException fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new Report.Unreadable(event, data, cause.toString());
    }

    private <T> QueuedMessage message(Topic<T> topic, String data, @Nullable TopicInfo announced) {
        T value = read(data, topic.type());
        var message = new Published<>(topic, value);
        Kind kind = announced == null ? topic.kind() : Kind.of(announced.kind());
        if (kind == Kind.EVERY) {
            return new QueuedMessage(message, null, null);
        }
        String key = key(topic, value, data, announced);
        if (key == null) {
            return new QueuedMessage(message, null, null);
        }
        Piece piece = kind == Kind.GROWING ? piece(properties(data)) : null;
        return new QueuedMessage(message, new QueuedMessage.Key(topic.name(), key), piece);
    }

    /// The topic's own function comes first, then the property that the server announces; without both, all events
    /// have the same key. Null if the event has no key: it is never merged.
    private <T> @Nullable String key(Topic<T> topic, T value, String data, @Nullable TopicInfo announced) {
        if (topic.isKeyed()) {
            return topic.key(value);
        }
        String property = announced == null ? null : announced.key();
        return property == null ? "" : Objects.toString(properties(data).get(property), null);
    }

    private <T> StreamMessage joined(Topic<T> topic, Piece piece) {
        String data = jsonb.toJson(piece.event());
        try {
            return new Published<>(topic, read(data, topic.type()));
        } catch (RuntimeException fault) {
            return new StreamMessage.Reported(unreadable(topic.name(), data, fault));
        }
    }

    private static Piece piece(Map<String, Object> properties) {
        int from = new BigDecimal(text(properties, "from")).intValueExact();
        if (from < 0) {
            throw new JsonbException("'from' is negative: " + from);
        }
        return new Piece(from, text(properties, "text"), properties, false);
    }

    private static String text(Map<String, Object> properties, String name) {
        Object value = properties.get(name);
        if (value == null) {
            throw new JsonbException("there is no '%s'".formatted(name));
        }
        return value.toString();
    }

    private Map<String, Object> properties(String data) {
        Map<?, ?> read = read(data, Map.class);
        var properties = new TreeMap<String, Object>();
        read.forEach((name, value) -> {
            if (value != null) {
                properties.put(name.toString(), value);
            }
        });
        return properties;
    }
}
