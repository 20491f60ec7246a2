package bench.load;

/// Buffers that the readers share, because one of them is served at a time.
final class Buffers {

    private static final int SIZE = 1 << 18;

    /// Bytes as they come from a socket.
    final byte[] received = new byte[SIZE];

    /// Bytes that are to be unpacked.
    final byte[] packed = new byte[SIZE];

    /// The decoded bytes, after what was left of the last line.
    final byte[] text = new byte[2 * SIZE];

    final QuoteLine quote = new QuoteLine();
}
