package tickertape.chat;

/// The body of a request that says how far somebody has read.
///
/// @param seq of the last message that was read
public record ReadUpTo(long seq) {

    public ReadUpTo {
        if (seq < 1) {
            throw new IllegalArgumentException("seq is 1 or more, not %s".formatted(seq));
        }
    }
}
