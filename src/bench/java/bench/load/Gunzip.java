package bench.load;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks a stream in gzip, wherever the bytes are split. Its header has no optional fields.
final class Gunzip {

    private static final int HEADER = 10;

    private final Inflater inflater = new Inflater(true);
    private int header = HEADER;

    /// Takes bytes, all of which must be taken out before the next ones.
    void put(byte[] packed, int length) {
        int skipped = Math.min(header, length);
        header -= skipped;
        inflater.setInput(packed, skipped, length - skipped);
    }

    /// Fills a buffer from there on.
    ///
    /// @return how many bytes it was filled with; 0 if it takes more to go on
    int take(byte[] text, int from) throws IOException {
        try {
            return inflater.inflate(text, from, text.length - from);
        } catch (DataFormatException e) {
            throw new IOException(e);
        }
    }
}
