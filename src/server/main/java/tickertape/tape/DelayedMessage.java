package tickertape.tape;

/// A message that has come to lie on a tape which follows on another one, or on a log.
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

    /// What it belongs to; empty if to nothing.
    public String group() {
        return message.group();
    }

    /// What it says.
    public String json() {
        return message.json(topic);
    }
}
