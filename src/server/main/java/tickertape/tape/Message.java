package tickertape.tape;

/// One message of the tape, framed once for all who will read it.
final class Message {

    private final long offset;
    private final String key;
    private final byte[] bytes;
    private final long nanos;

    /// @param bytes the whole event as it goes over the wire; nobody changes them from here on
    /// @param nanos when it was appended, by the tape's monotonic clock
    Message(long offset, String key, byte[] bytes, long nanos) {
        this.offset = offset;
        this.key = key;
        this.bytes = bytes;
        this.nanos = nanos;
    }

    long offset() {
        return offset;
    }

    String key() {
        return key;
    }

    byte[] bytes() {
        return bytes;
    }

    long nanos() {
        return nanos;
    }

    @Override
    public String toString() {
        return "%s at %d".formatted(key, offset);
    }
}
