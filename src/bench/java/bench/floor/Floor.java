package bench.floor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A server that does the minimum: it answers every request with the same stream.
public final class Floor {

    /// Printed when the server listens.
    public static final String READY = "ready";

    private static final int BACKLOG = 4096;

    private static final byte[] HEAD = """
            HTTP/1.1 200 OK\r
            Content-Type: text/event-stream\r
            Cache-Control: no-store\r
            Transfer-Encoding: chunked\r
            \r
            """.getBytes(StandardCharsets.US_ASCII);

    private final Selector selector;
    private final Frames frames;
    private final long interval;

    private Floor(int port, int quotes, Duration interval) throws IOException {
        this.selector = Selector.open();
        this.frames = new Frames(quotes);
        this.interval = interval.toNanos();
        var server = ServerSocketChannel.open();
        server.configureBlocking(false);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        server.register(selector, SelectionKey.OP_ACCEPT);
    }

    /// Runs until its process is ended.
    ///
    /// @param arguments the port, how many quotes there are, and the milliseconds from tick to tick
    public static void main(String[] arguments) throws IOException {
        var floor = new Floor(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                Duration.ofMillis(Long.parseLong(arguments[2])));
        System.out.println(READY);
        floor.run();
    }

    private void run() throws IOException {
        ByteBuffer request = ByteBuffer.allocate(4096);
        long next = System.nanoTime() + interval;
        while (true) {
            selector.select(key -> serve(key, request), 1);
            long now = System.nanoTime();
            if (now - next >= 0) {
                // Late ticks are not made up for.
                next = Math.max(next + interval, now);
                tick();
            }
        }
    }

    private void tick() {
        ByteBuffer frame = frames.next();
        for (SelectionKey key : selector.keys()) {
            if (key.attachment() instanceof Listener listener) {
                orClose(key, () -> listener.write(frame));
            }
        }
    }

    private void serve(SelectionKey key, ByteBuffer request) {
        orClose(key, () -> {
            if (key.channel() instanceof ServerSocketChannel server) {
                accept(server);
            } else {
                read(key, request.clear());
            }
        });
    }

    private void accept(ServerSocketChannel server) throws IOException {
        for (SocketChannel client = server.accept(); client != null; client = server.accept()) {
            client.configureBlocking(false);
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            client.register(selector, SelectionKey.OP_READ);
        }
    }

    private static void read(SelectionKey key, ByteBuffer request) throws IOException {
        var client = (SocketChannel) key.channel();
        if (client.read(request) < 0) {
            client.close();
        } else if (key.attachment() == null) {
            client.write(ByteBuffer.wrap(HEAD));
            key.attach(new Listener(client));
        }
    }

    /// One step of serving a client.
    private interface Step {
        void take() throws IOException;
    }

    private static void orClose(SelectionKey key, Step step) {
        try {
            step.take();
        } catch (IOException gone) {
            key.cancel();
            close(key);
        }
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
