package tickertape.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// Unpacks what is gzip by its first bytes, because names and headers may say something else.
public final class Gunzip {

    private static final byte[] MAGIC = {0x1f, (byte) 0x8b};

    private Gunzip() {}

    /// The bytes as they were before they were packed, or as they are if they were not.
    public static InputStream unzipped(BufferedInputStream bytes) throws IOException {
        bytes.mark(MAGIC.length);
        byte[] first = bytes.readNBytes(MAGIC.length);
        bytes.reset();
        return Arrays.equals(first, MAGIC) ? new GZIPInputStream(bytes) : bytes;
    }
}
