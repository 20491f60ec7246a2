package it.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// Thousands of clients on one thread, so that they cost the machine little compared with the server.
///
/// Any thread may add members.
public final class Swarm implements AutoCloseable {

    private final Selector selector;
    private final Queue<Member> joining = new ConcurrentLinkedQueue<>();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    private final Thread thread;
    private volatile boolean closed;

    /// With a thread of its own.
    public Swarm() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = Thread.ofPlatform().name("swarm").start(this::serve);
    }

    /// Starts reading the member's bytes; makes it non-blocking.
    public void join(Member member) {
        joining.add(member);
        selector.wakeup();
    }

    /// The exceptions of the clients themselves.
    public List<Throwable> faults() {
        return List.copyOf(faults);
    }

    private void serve() {
        try {
            while (!closed) {
                selector.select(this::read);
                for (Member member = joining.poll(); member != null; member = joining.poll()) {
                    member.channel().configureBlocking(false);
                    member.channel().register(selector, SelectionKey.OP_READ, member);
                }
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(SelectionKey key) {
        var member = (Member) key.attachment();
        try {
            if (member.channel().read(buffer.clear()) < 0) {
                end(key, member);
            } else {
                member.take(buffer.flip());
            }
        } catch (IOException cut) {
            end(key, member);
        } catch (RuntimeException | Error e) {
            faults.add(e);
            end(key, member);
        }
    }

    private static void end(SelectionKey key, Member member) {
        member.end();
        key.cancel();
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends all connections; afterwards any thread may read what the members know.
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
