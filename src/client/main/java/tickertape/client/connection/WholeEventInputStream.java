package tickertape.client.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The bytes of an event stream, passed on one whole event at a time; one thread reads.
///
/// It drops half an event at the end, which Jersey would take for a whole one. At the end it adds an event of its
/// own, [#END], whose data says why the stream ended: neither implementation tells a listener that a connection has
/// ended, and an end inside the stream cannot overtake the events before it.
final class WholeEventInputStream extends InputStream {

    static final String END = "tickertape-client-end";

    private static final int INITIAL_SIZE = 16 * 1024;
    private static final int LONGEST_EVENT = 1024 * 1024;

    private final InputStream in;
    private final IdleStopwatch idle;
    private byte[] bytes = new byte[INITIAL_SIZE];
    private int next;
    private int whole;
    private int length;
    private boolean ended;

    WholeEventInputStream(InputStream in, IdleStopwatch idle) {
        this.in = in;
        this.idle = idle;
    }

    @Override
    public int read() {
        return awaitEvent() ? bytes[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int most) {
        if (most == 0) {
            return 0;
        }
        if (!awaitEvent()) {
            return -1;
        }
        int count = Math.min(most, whole - next);
        System.arraycopy(bytes, next, target, offset, count);
        next += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean awaitEvent() {
        while (next == whole && !ended) {
            makeRoom();
            receive();
        }
        return next < whole;
    }

    private void receive() {
        try {
            int count = length < LONGEST_EVENT ? in.read(bytes, length, bytes.length - length) : -1;
            if (count < 0) {
                end(
                        length < LONGEST_EVENT
                                ? "end of the response"
                                : "an event of more than " + LONGEST_EVENT + " bytes");
            } else {
                add(count);
            }
        } catch (IOException | RuntimeException fault) {
            // Some clients throw any exception when a connection is closed while they read.
            end(fault.toString());
        } finally {
            idle.restart();
        }
    }

    private void add(int count) {
        for (int i = length; i < length + count; i++) {
            if (i > 0 && bytes[i] == '\n' && bytes[i - 1] == '\n') {
                whole = i + 1;
            }
        }
        length += count;
    }

    // Moves half an event to the front.
    private void makeRoom() {
        System.arraycopy(bytes, whole, bytes, 0, length - whole);
        length -= whole;
        next = whole = 0;
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
    }

    private void end(String how) {
        String line = how.replaceAll("\\p{Cntrl}+", " ");
        bytes = "event: %s\ndata: %s\n\n".formatted(END, line).getBytes(StandardCharsets.UTF_8);
        next = 0;
        whole = length = bytes.length;
        ended = true;
    }
}
