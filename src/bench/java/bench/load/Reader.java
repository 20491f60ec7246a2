package bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One stream, from its request to its end. One thread serves all streams with the same buffers.
final class Reader {

    private final URI stream;
    private final Tally tally;
    private final boolean stalls;
    private final @Nullable Gunzip gunzip;
    private final Chunks chunks = new Chunks();
    private final Sequences seen = new Sequences();
    private final StringBuilder head = new StringBuilder();
    private byte[] rest = {};
    private boolean begun;

    /// @param compressed whether it asks for gzip
    Reader(URI stream, Tally tally, boolean stalls, boolean compressed) {
        this.stream = stream;
        this.tally = tally;
        this.stalls = stalls;
        gunzip = compressed ? new Gunzip() : null;
    }

    /// Sends the request once there is a connection.
    void ask(SocketChannel channel) throws IOException {
        String request = "GET %s?%s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n%s\r\n"
                .formatted(
                        stream.getPath(),
                        stream.getQuery() == null ? "" : stream.getRawQuery(),
                        stream.getAuthority(),
                        gunzip == null ? "" : "Accept-Encoding: gzip\r\n");
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    }

    boolean begun() {
        return begun;
    }

    /// Reads what has arrived.
    ///
    /// @param clock microseconds since midnight, UTC
    void take(SelectionKey key, Buffers buffers, LongSupplier clock) throws IOException {
        int count = ((SocketChannel) key.channel()).read(ByteBuffer.wrap(buffers.received));
        // Read the clock after the socket: a quote that came just before must not be from the future.
        long now = clock.getAsLong();
        if (count < 0) {
            throw new EOFException();
        }
        int from = begun ? 0 : head(buffers.received, count);
        if (begun && stalls) {
            key.interestOps(0);
        } else if (begun) {
            body(buffers, from, count, now);
        }
    }

    /// The index where the body begins.
    private int head(byte[] received, int count) throws IOException {
        int before = head.length();
        head.append(new String(received, 0, count, StandardCharsets.ISO_8859_1));
        int end = head.indexOf("\r\n\r\n");
        if (end < 0) {
            return count;
        }
        boolean isGzip = head.indexOf("Content-Encoding: gzip") >= 0;
        if (!head.toString().startsWith("HTTP/1.1 200") || isGzip != (gunzip != null)) {
            throw new IOException(head.substring(0, end));
        }
        begun = true;
        head.setLength(0);
        return end + 4 - before;
    }

    private void body(Buffers buffers, int from, int count, long now) throws IOException {
        if (gunzip == null) {
            int end = chunks.decode(buffers.received, from, count, buffers.text, rest.length);
            tally.bytes(end - rest.length);
            lines(buffers, end, now);
        } else {
            int length = chunks.decode(buffers.received, from, count, buffers.packed, 0);
            tally.bytes(length);
            gunzip.put(buffers.packed, length);
            for (int more = gunzip.take(buffers.text, rest.length); more > 0; ) {
                lines(buffers, rest.length + more, now);
                more = gunzip.take(buffers.text, rest.length);
            }
        }
        if (chunks.ended()) {
            throw new EOFException();
        }
    }

    /// @param end of what has come, behind what was left of the last line
    private void lines(Buffers buffers, int end, long now) {
        byte[] text = buffers.text;
        System.arraycopy(rest, 0, text, 0, rest.length);
        int line = 0;
        for (int at = rest.length; at < end; at++) {
            if (text[at] == '\n') {
                line(text, line, at, buffers.quote, now);
                line = at + 1;
            }
        }
        if (line < end) {
            rest = Arrays.copyOfRange(text, line, end);
        } else if (rest.length > 0) {
            rest = new byte[0];
        }
    }

    private void line(byte[] text, int from, int to, QuoteLine quote, long now) {
        if (to - from < 4) {
            return;
        }
        if (text[from] == 'd') {
            tally.event();
            if (quote.parse(text, from, to)) {
                tally.quote(quote, seen, now);
            }
        } else if (text[from] == 'e' && text[to - 1] == 'p' && text[to - 2] == 'a') {
            tally.gap();
        }
    }
}
