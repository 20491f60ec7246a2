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

/// One stream, from its request to its end. One thread serves all streams with the same buffers.
final class Reader {

    private final URI stream;
    private final Tally tally;
    private final boolean stalls;
    private final Chunks chunks = new Chunks();
    private final Sequences seen = new Sequences();
    private final StringBuilder head = new StringBuilder();
    private byte[] rest = {};
    private boolean begun;

    Reader(URI stream, Tally tally, boolean stalls) {
        this.stream = stream;
        this.tally = tally;
        this.stalls = stalls;
    }

    /// Sends the request once there is a connection.
    void ask(SocketChannel channel) throws IOException {
        String request = "GET %s?%s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
                .formatted(
                        stream.getPath(), stream.getQuery() == null ? "" : stream.getRawQuery(), stream.getAuthority());
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
        if (!head.toString().startsWith("HTTP/1.1 200")) {
            throw new IOException(head.substring(0, end));
        }
        begun = true;
        head.setLength(0);
        return end + 4 - before;
    }

    private void body(Buffers buffers, int from, int count, long now) throws IOException {
        byte[] text = buffers.text;
        System.arraycopy(rest, 0, text, 0, rest.length);
        int end = chunks.decode(buffers.received, from, count, text, rest.length);
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
        if (chunks.ended()) {
            throw new EOFException();
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
