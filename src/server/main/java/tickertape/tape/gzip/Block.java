package tickertape.tape.gzip;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;

/// A part of a gzip stream that stands for itself; immutable.
public final class Block {

    private static final int LONGEST_STORED = 0xffff;
    private static final int STORED_HEAD = 5;

    private final byte[] bytes;
    private final boolean deflated;
    private final int length;
    private final int crc;
    private final int shift;

    private Block(byte[] bytes, boolean deflated, byte[] plain) {
        this.bytes = bytes;
        this.deflated = deflated;
        length = plain.length;
        var sum = new CRC32();
        sum.update(plain);
        crc = (int) sum.getValue();
        shift = Checksum.shift(length);
    }

    /// Bytes as they stand; nobody changes them.
    static Block stored(byte[] plain) {
        return new Block(plain, false, plain);
    }

    /// @param bytes what a deflater made of the plain ones, up to a full flush
    static Block deflated(byte[] bytes, byte[] plain) {
        return new Block(bytes, true, plain);
    }

    /// How many bytes it stands for.
    int length() {
        return length;
    }

    /// The checksum of everything before it and of it.
    int after(int before) {
        return Checksum.combined(before, crc, shift);
    }

    /// Writes it, and returns how many bytes that was.
    int writeTo(OutputStream out) throws IOException {
        if (deflated) {
            out.write(bytes);
            return bytes.length;
        }
        int written = 0;
        for (int from = 0; from < length; from += LONGEST_STORED) {
            int count = Math.min(LONGEST_STORED, length - from);
            out.write(head(count));
            out.write(bytes, from, count);
            written += STORED_HEAD + count;
        }
        return written;
    }

    // Its length, and the same inverted, lowest byte first.
    private static byte[] head(int count) {
        return new byte[] {0, (byte) count, (byte) (count >> 8), (byte) ~count, (byte) (~count >> 8)};
    }
}
