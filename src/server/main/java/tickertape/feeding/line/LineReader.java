package tickertape.feeding.line;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Cuts bytes into lines as they come. Of a line that is too long, no more than a buffer is held. One thread uses it.
public final class LineReader {

    /// In bytes: many times what a line needs.
    public static final int LONGEST = 4096;

    private static final int BUFFER = 4 * LONGEST;

    private final InputStream bytes;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int scanned;
    private int to;
    private boolean skipping;
    private boolean tooLong;
    private String text = "";
    private long number;

    public LineReader(InputStream bytes) {
        this.bytes = bytes;
    }

    /// Waits for the next line. The last one may lack its end.
    ///
    /// @return false if there is none
    public boolean next() throws IOException {
        while (true) {
            while (scanned < to) {
                if (buffer[scanned++] == '\n') {
                    end(scanned - 1);
                    return true;
                }
            }
            if (to - from > LONGEST) {
                skipping = true;
                from = scanned = to = 0;
            } else if (to == BUFFER) {
                System.arraycopy(buffer, from, buffer, 0, to - from);
                to -= from;
                from = 0;
                scanned = to;
            }
            int read = bytes.read(buffer, to, BUFFER - to);
            if (read < 0) {
                boolean rest = skipping || from < to;
                if (rest) {
                    end(to);
                }
                return rest;
            }
            to += read;
        }
    }

    private void end(int end) {
        number++;
        tooLong = skipping || end - from > LONGEST;
        int last = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        text = tooLong ? "" : new String(buffer, from, last - from, StandardCharsets.UTF_8);
        skipping = false;
        from = scanned;
    }

    /// The line without its end; bytes that are no UTF-8 become U+FFFD, which nothing here may contain.
    public String text() {
        return text;
    }

    /// Whether it was longer than allowed; then its text is empty.
    public boolean isTooLong() {
        return tooLong;
    }

    /// The number of the line, beginning with 1.
    public long number() {
        return number;
    }
}
