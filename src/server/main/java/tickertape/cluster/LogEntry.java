package tickertape.cluster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What lies in the log at one place.
final class LogEntry {

    /// What an entry is.
    enum Kind {
        /// From here on a server leads; the body is its name.
        CLAIM(0),
        /// Messages for the tape.
        BATCH(1),
        /// What is known at one offset of the log, for who does not know what was before.
        SNAPSHOT(2),
        /// The server that leads is there, and has nothing to say.
        BEAT(3),
        /// The server that leads ends.
        RESIGNATION(4),
        /// What a newer version writes; this one writes none.
        UNKNOWN(-1);

        private final byte code;

        /// @param code how it lies in the log
        Kind(int code) {
            this.code = (byte) code;
        }

        private static Kind of(byte code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code == code)
                    .findFirst()
                    .orElse(UNKNOWN);
        }
    }

    private static final byte VERSION = 1;
    private static final int HEAD = 2 * Byte.BYTES + 2 * Long.BYTES;
    private static final byte[] NOTHING = new byte[0];

    private final Kind kind;
    private final long claim;
    private final long number;
    private final byte[] body;

    private LogEntry(Kind kind, long claim, long number, byte[] body) {
        this.kind = kind;
        this.claim = claim;
        this.number = number;
        this.body = body;
    }

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

    Kind kind() {
        return kind;
    }

    /// That of the server that has put it there.
    long claim() {
        return claim;
    }

    /// Of a batch, counted by that server; of a snapshot, the offset in the log before which all is in it.
    long number() {
        return number;
    }

    /// Nobody changes it.
    byte[] body() {
        return body;
    }

    /// The name of a server that claims.
    String node() {
        return new String(body, StandardCharsets.UTF_8);
    }

    byte[] encoded() {
        return ByteBuffer.allocate(HEAD + body.length)
                .put(VERSION)
                .put(kind.code)
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
        Kind kind = Kind.of(in.get());
        long claim = in.getLong();
        long number = in.getLong();
        byte[] body = new byte[in.remaining()];
        in.get(body);
        return new LogEntry(kind, claim, number, body);
    }
}
