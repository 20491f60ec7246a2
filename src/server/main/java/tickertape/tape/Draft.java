package tickertape.tape;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A message on its way to the tape: all of it is made but its offset.
public final class Draft {

    private final TopicDefinition topic;
    private final String key;
    private final byte[] body;

    /// @param key what it is the latest of; empty for a topic without keys
    /// @param json one line of JSON
    public Draft(TopicDefinition topic, String key, String json) {
        if (json.indexOf('\n') >= 0 || json.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a message is one line of JSON, not: " + json);
        }
        this.topic = topic;
        this.key = key;
        this.body = "event: %s\ndata: %s\n\n".formatted(topic.name(), json).getBytes(StandardCharsets.UTF_8);
    }

    TopicDefinition topic() {
        return topic;
    }

    Message at(Position position, long nanos) {
        byte[] id = "id: %s\n".formatted(position).getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = Arrays.copyOf(id, id.length + body.length);
        System.arraycopy(body, 0, bytes, id.length, body.length);
        return new Message(position.offset(), key, bytes, nanos);
    }
}
