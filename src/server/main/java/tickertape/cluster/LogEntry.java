package tickertape.cluster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What lies in the log at one place.
///
/// @param claim of the server that has put it there
/// @param number of a batch, counted by that server; of a snapshot, the offset in the log before which all is in it
record LogEntry(Kind kind, long claim, long number, byte[] body) {

    /// What an entry is. New ones are added at the end.
    enum Kind {
        /// From here on a server leads; the body is its name.
        CLAIM,
        /// Messages for the tape.
        BATCH,
        /// What is known at one offset of the log, for who does not know what was before.
        SNAPSHOT,
        /// The server that leads is there, and has nothing to say.
        BEAT,
        /// The server that leads ends.
        RESIGNATION,
        /// What a newer version writes.
        UNKNOWN
    }

    private static final byte VERSION = 1;
    private static final int HEAD = 2 * Byte.BYTES + 2 * Long.BYTES;
    private static final byte[] NOTHING = new byte[0];

    static LogEntry claim(long claim, String node) {
        return new LogEntry(Kind.CLAIM, claim, 0, node.getBytes(StandardCharsets.UTF_8));
    }

    static LogEntry batch(long claim, long number, byte[] batch) {
        return new LogEntry(Kind.BATCH, claim, number, batch);
    }

    static LogEntry snapshot(long claim, long offset, byte[] snapshot) {
        return new LogEntry(Kind.SNAPSHOT, claim, offset, snapshot);
    }

    static LogEntry beat(long claim) {
        return new LogEntry(Kind.BEAT, claim, 0, NOTHING);
    }

    static LogEntry resignation(long claim) {
        return new LogEntry(Kind.RESIGNATION, claim, 0, NOTHING);
    }

    /// The name of a server that claims.
    String node() {
        return new String(body, StandardCharsets.UTF_8);
    }

    byte[] encoded() {
        return ByteBuffer.allocate(HEAD + body.length)
                .put(VERSION)
                .put((byte) kind.ordinal())
                .putLong(claim)
                .putLong(number)
                .put(body)
                .array();
    }

    /// Throws `IllegalArgumentException` when these are no bytes of this version.
    static LogEntry decoded(byte[] bytes) {
        if (bytes.length < HEAD || bytes[0] != VERSION) {
            throw new IllegalArgumentException("an entry of %s bytes and version %s"
                    .formatted(bytes.length, bytes.length == 0 ? "none" : bytes[0]));
        }
        var in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        int kind = in.get();
        long claim = in.getLong();
        long number = in.getLong();
        byte[] body = new byte[in.remaining()];
        in.get(body);
        Kind known = kind >= 0 && kind < Kind.UNKNOWN.ordinal() ? Kind.values()[kind] : Kind.UNKNOWN;
        return new LogEntry(known, claim, number, body);
    }
}
