package tickertape.tape;

import java.util.OptionalInt;

/// How much of a topic is kept for readers that come back: messages, or texts of a growing topic, and for each owner if
/// the topic is private.
///
/// @param count empty for what the tape keeps by default
/// @param forEachKey how many messages are kept at least for each key that has any, of a topic of which only the latest
///     of each key matters
public record Retention(OptionalInt count, int forEachKey) {

    static final Retention DEFAULT = new Retention(OptionalInt.empty(), 0);

    public Retention {
        if (count.isPresent() && count.getAsInt() < 1) {
            throw new IllegalArgumentException("a topic retains %s, not at least 1".formatted(count.getAsInt()));
        }
        if (forEachKey < 0) {
            throw new IllegalArgumentException("a topic retains %s messages for each key".formatted(forEachKey));
        }
    }

    static Retention of(int count) {
        return new Retention(OptionalInt.of(count), 0);
    }
}
