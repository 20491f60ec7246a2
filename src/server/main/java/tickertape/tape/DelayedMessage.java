package tickertape.tape;

/// A message for all that has become old enough for the delayed tape.
public final class DelayedMessage {

    private final TopicDefinition topic;
    private final Message message;

    DelayedMessage(TopicDefinition topic, Message message) {
        this.topic = topic;
        this.message = message;
    }

    public TopicDefinition topic() {
        return topic;
    }

    public String key() {
        return message.key();
    }

    /// What it says.
    public String json() {
        return message.json(topic);
    }
}
