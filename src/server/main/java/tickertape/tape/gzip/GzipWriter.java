package tickertape.tape.gzip;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The gzip stream of one reader. One thread uses it.
public final class GzipWriter {

    // No name, no time, system unknown.
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    // The last block, which is empty.
    private static final byte[] END = {3, 0};

    private static final int TRAILER = 8;

    private final OutputStream out;
    private boolean begun;
    private int crc;
    private int length;

    public GzipWriter(OutputStream out) {
        this.out = out;
    }

    /// Writes the next part, and returns how many bytes that was.
    public int write(Block block) throws IOException {
        int written = begin() + block.writeTo(out);
        crc = block.after(crc);
        // Modulo 2^32, as gzip has it.
        length += block.length();
        return written;
    }

    /// Writes the end, and returns how many bytes that was. Without it, a reader does not know whether it has
    /// everything.
    public int end() throws IOException {
        int written = begin();
        out.write(END);
        out.write(ByteBuffer.allocate(TRAILER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(crc)
                .putInt(length)
                .array());
        return written + END.length + TRAILER;
    }

    private int begin() throws IOException {
        if (begun) {
            return 0;
        }
        begun = true;
        out.write(HEADER);
        return HEADER.length;
    }
}
