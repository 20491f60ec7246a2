package bench.floor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// One subscriber of the floor.
final class Listener {

    private final SocketChannel channel;

    /// The part of a frame that the socket did not take; it is written before any newer frame.
    private @Nullable ByteBuffer rest;

    Listener(SocketChannel channel) {
        this.channel = channel;
    }

    /// Writes a frame. If the last one is not completely written, the new one is dropped.
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
