package bench.floor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// One subscriber of the floor.
final class Listener {

    private final SocketChannel channel;

    /// What of a frame the socket did not take; the rest of it goes first, before any newer one.
    private @Nullable ByteBuffer rest;

    Listener(SocketChannel channel) {
        this.channel = channel;
    }

    /// Writes a frame once. One that finds the last one still unwritten is dropped.
    void write(ByteBuffer frame) throws IOException {
        ByteBuffer before = rest;
        if (before != null) {
            channel.write(before);
            rest = before.hasRemaining() ? before : null;
            return;
        }
        ByteBuffer view = frame.duplicate();
        channel.write(view);
        rest = view.hasRemaining() ? view : null;
    }
}
