package tickertape.client.feeding;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The body of one long request: lines as they come, and an empty one while there are none. One thread reads it.
final class LineInputStream extends InputStream {

    /// Servers and proxies give a request up that says nothing for ten seconds or more.
    private static final Duration QUIET = Duration.ofSeconds(2);

    private static final byte[] EMPTY_LINE = {'\n'};

    private final UnconfirmedLines lines;
    private final long connection;
    private byte[] line = UnconfirmedLines.NONE;
    private int from;
    private boolean ended;
    private volatile boolean ending;

    LineInputStream(UnconfirmedLines lines, long connection) {
        this.lines = lines;
        this.connection = connection;
    }

    /// Ends the body at the next pause, so that the server answers.
    void end() {
        ending = true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int end = offset;
        while (end < offset + length && fill(end == offset)) {
            int count = Math.min(offset + length - end, line.length - from);
            System.arraycopy(line, from, target, end, count);
            from += count;
            end += count;
        }
        return end == offset && length > 0 ? -1 : end - offset;
    }

    // Waits for the first line only: what is there is sent at once.
    private boolean fill(boolean waits) throws IOException {
        if (from < line.length) {
            return true;
        }
        if (ended) {
            return false;
        }
        try {
            byte @Nullable [] next = lines.next(connection, waits ? QUIET : Duration.ZERO);
            if (next == null || (next.length == 0 && waits && ending)) {
                ended = true;
                return false;
            }
            if (next.length == 0 && !waits) {
                return false;
            }
            line = next.length == 0 ? EMPTY_LINE : next;
            from = 0;
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the feeder has ended");
        }
    }
}
