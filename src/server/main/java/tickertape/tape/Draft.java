package tickertape.tape;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message that a publisher hands in: everything but its offset.
public final class Draft {

    private static final int UNKNOWN = -1;
    private static final String NO_GROUP = "";
    private static final byte[] NOT_FORMATTED = new byte[0];

    private final TopicDefinition topic;
    private final String key;
    private final String group;
    private final Optional<String> owner;
    private final byte[] body;
    private final @Nullable Piece piece;

    private Draft(
            TopicDefinition topic,
            String key,
            String group,
            Optional<String> owner,
            byte[] body,
            @Nullable Piece piece) {
        this.topic = topic;
        this.key = key;
        this.group = group;
        this.owner = owner;
        this.body = body;
        this.piece = piece;
    }

    /// @param key what it is the latest of; empty for a topic without keys
    /// @param json one line of JSON
    public Draft(TopicDefinition topic, String key, String json) {
        this(topic, key, NO_GROUP, Optional.empty(), body(topic, json), null);
        if (topic.kind() == TopicDefinition.Kind.GROWING) {
            throw new IllegalArgumentException("topic '%s' grows by pieces".formatted(topic.name()));
        }
    }

    /// One that was handed in elsewhere.
    ///
    /// @param body as [#body()] tells it
    static Draft of(TopicDefinition topic, String key, String group, Optional<String> owner, byte[] body) {
        return new Draft(topic, key, group, owner, body, null);
    }

    /// The next piece of a text. One publisher at a time appends to a text; the tape counts how long it is.
    ///
    /// @param key the text; a key that the tape does not know begins a new one
    /// @param text what is appended, perhaps nothing
    /// @param last whether the text ends with it
    /// @param format how this piece, and the whole text up to it, look on the wire
    public static Draft piece(TopicDefinition topic, String key, String text, boolean last, TextFormat format) {
        if (topic.kind() != TopicDefinition.Kind.GROWING) {
            throw new IllegalArgumentException("topic '%s' does not grow".formatted(topic.name()));
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("a piece of text '%s' splits a surrogate pair".formatted(key));
        }
        return new Draft(topic, key, NO_GROUP, Optional.empty(), NOT_FORMATTED, new Piece(UNKNOWN, text, last, format));
    }

    /// The same message of a private topic, for its owner.
    public Draft ownedBy(String account) {
        return new Draft(topic, key, group, Optional.of(account), body, piece);
    }

    /// The same message, in a group that requests can filter by.
    public Draft in(String name) {
        return new Draft(topic, key, name, owner, body, piece);
    }

    public TopicDefinition topic() {
        return topic;
    }

    /// Who reads it; empty for a message of a topic that is for all.
    public Optional<String> owner() {
        return owner;
    }

    String key() {
        return key;
    }

    String group() {
        return group;
    }

    /// The lines of the event before its id.
    byte[] body() {
        return body;
    }

    @Nullable
    Piece piece() {
        return piece;
    }

    /// The same piece, with its place in the text.
    Draft startingAt(int from) {
        if (piece == null) {
            throw new IllegalStateException("a message of topic '%s' is not a piece".formatted(topic.name()));
        }
        byte[] formatted = body(topic, piece.format().json(from, piece.text()));
        Piece placed = new Piece(from, piece.text(), piece.last(), piece.format());
        return new Draft(topic, key, group, owner, formatted, placed);
    }

    Message at(Position position, long nanos) {
        byte[] end = "id: %s\n\n".formatted(position).getBytes(StandardCharsets.US_ASCII);
        return new Message(position.order(), key, group, body, end, nanos, piece);
    }

    /// An event without its end: the id, if it has one, and the empty line.
    static byte[] body(TopicDefinition topic, String json) {
        if (json.indexOf('\n') >= 0 || json.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a message is one line of JSON, not: " + json);
        }
        return "event: %s\ndata: %s\n".formatted(topic.name(), json).getBytes(StandardCharsets.UTF_8);
    }

    /// What comes before the JSON there.
    static String head(TopicDefinition topic) {
        return "event: %s\ndata: ".formatted(topic.name());
    }
}
