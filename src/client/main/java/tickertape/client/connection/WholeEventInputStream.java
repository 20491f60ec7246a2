package tickertape.client.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The bytes of an event stream, passed on a whole event at a time; one thread reads.
///
/// Half an event at the end is dropped: Jersey would take it for a whole one. In place of the end comes an event of
/// our own, [#END], whose data says how it came: neither implementation tells a listener that a connection has
/// ended, and what ends in the stream itself cannot overtake the events before it.
final class WholeEventInputStream extends InputStream {

    static final String END = "tickertape-client-end";

    private static final int ROOM = 16 * 1024;
    private static final int LONGEST = 1024 * 1024;

    private final InputStream in;
    private final IdleStopwatch stopwatch;
    private byte[] bytes = new byte[ROOM];
    private int next;
    private int whole;
    private int length;
    private boolean ended;

    WholeEventInputStream(InputStream in, IdleStopwatch stopwatch) {
        this.in = in;
        this.stopwatch = stopwatch;
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
            int count = length < LONGEST ? in.read(bytes, length, bytes.length - length) : -1;
            if (count < 0) {
                end(length < LONGEST ? "end of the answer" : "an event of more than " + LONGEST + " bytes");
            } else {
                add(count);
            }
        } catch (IOException | RuntimeException fault) {
            // Closing a connection under a reader makes some clients throw anything.
            end(fault.toString());
        } finally {
            stopwatch.beat();
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

    // What is left over of a half event begins anew at the front.
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
