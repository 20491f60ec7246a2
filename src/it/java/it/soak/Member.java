package it.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// One light client in a [Swarm]: the swarm's thread reads for it, and any thread may send its requests.
public final class Member {

    private final SocketChannel channel;
    private final byte[] request;
    private final Consumer<ByteBuffer> taker;
    private volatile boolean ended;
    private final AtomicLong sent = new AtomicLong();
    private long received;

    private Member(SocketChannel channel, byte[] request, Consumer<ByteBuffer> taker) {
        this.channel = channel;
        this.request = request;
        this.taker = taker;
    }

    /// One that is connected.
    ///
    /// @param taker gets the bytes of the responses
    public static Member connect(URI uri, String headers, Consumer<ByteBuffer> taker) {
        String target = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        String request = "GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n".formatted(target, uri.getAuthority(), headers);
        try {
            var channel = SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()));
            return new Member(channel, request.getBytes(StandardCharsets.US_ASCII), taker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends the request; one thread at a time.
    public void ask() {
        try {
            var bytes = ByteBuffer.wrap(request);
            // A request is smaller than the socket's buffer, so this loop ends at once.
            while (bytes.hasRemaining()) {
                var _ = channel.write(bytes);
            }
            sent.addAndGet(request.length);
        } catch (IOException e) {
            ended = true;
        }
    }

    SocketChannel channel() {
        return channel;
    }

    /// Called by the swarm's thread only.
    void take(ByteBuffer bytes) {
        received += bytes.remaining();
        taker.accept(bytes);
    }

    void end() {
        ended = true;
    }

    /// Whether the server, or a fault of its own, has ended it.
    public boolean ended() {
        return ended;
    }

    /// Call it after the swarm has ended.
    long received() {
        return received;
    }

    long requests() {
        return sent.get() / request.length;
    }

    long sent() {
        return sent.get();
    }
}
