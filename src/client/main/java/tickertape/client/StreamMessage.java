package tickertape.client;

import java.util.Optional;

/// One message of a stream, in the server's order: an event of a topic, or a report on the stream itself.
public sealed interface StreamMessage {

    /// An event of a topic.
    record Published<T>(Topic<T> topic, T value) implements StreamMessage {}

    /// A report on the stream itself.
    record Reported(Report report) implements StreamMessage {}

    /// The value of an event; empty for a report, or an event of another topic.
    default <T> Optional<T> valueOf(Topic<T> topic) {
        return this instanceof Published<?> published && published.topic().equals(topic)
                ? Optional.of(topic.type().cast(published.value()))
                : Optional.empty();
    }
}
