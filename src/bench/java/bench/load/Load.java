package bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Holds many streams open on one thread, so that it costs little compared with the server that it measures.
public final class Load implements AutoCloseable {

    /// Small, so that the server soon notices a reader that has stopped.
    private static final int STALLED_BUFFER = 4096;

    private static final long LOOK = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Plan plan;
    private final Tally tally = new Tally();
    private final Buffers buffers = new Buffers();
    private final Selector selector;
    private int opened;
    private int begun;

    private Load(Plan plan) throws IOException {
        this.plan = plan;
        this.selector = Selector.open();
    }

    /// Runs a load to its end.
    ///
    /// @param cpuClock the processor time that the server has used so far
    public static Outcome run(Plan plan, Supplier<Duration> cpuClock) throws IOException {
        return run(plan, cpuClock, _ -> {});
    }

    /// Runs a load to its end, and does something just before its streams are closed.
    public static Outcome run(Plan plan, Supplier<Duration> cpuClock, Consumer<Outcome> before) throws IOException {
        try (var load = new Load(plan)) {
            Outcome outcome = load.run(new Window(plan, cpuClock));
            before.accept(outcome);
            return outcome;
        }
    }

    private Outcome run(Window window) throws IOException {
        long started = System.nanoTime();
        while (true) {
            long now = System.nanoTime();
            boolean allHere = begun + tally.refusals() == plan.readers();
            switch (window.at(now, allHere)) {
                case CONNECTING -> connect(now - started);
                case WARMING_UP -> {}
                case COUNTING -> tally.on();
                case OVER -> {
                    return tally.outcome(window);
                }
            }
            selector.select(this::serve, LOOK);
        }
    }

    private void connect(long passed) throws IOException {
        if (passed > PATIENCE.toNanos()) {
            throw new IOException(
                    "after %s only %s of %s streams have begun".formatted(PATIENCE, begun, plan.readers()));
        }
        double due = (double) passed * plan.connects() / TimeUnit.SECONDS.toNanos(1);
        for (; opened < plan.readers() && opened <= due; opened++) {
            open(plan.stream().apply(opened), opened < plan.stalled());
        }
    }

    private void open(URI stream, boolean stalls) throws IOException {
        var channel = SocketChannel.open();
        channel.configureBlocking(false);
        if (stalls) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, STALLED_BUFFER);
        }
        SelectionKey key = channel.register(
                selector, SelectionKey.OP_CONNECT, new Reader(stream, tally, stalls, plan.compressed()));
        if (channel.connect(new InetSocketAddress(stream.getHost(), stream.getPort()))) {
            connected(key);
        }
    }

    private static void connected(SelectionKey key) throws IOException {
        key.interestOps(SelectionKey.OP_READ);
        ((Reader) key.attachment()).ask((SocketChannel) key.channel());
    }

    private void serve(SelectionKey key) {
        var reader = (Reader) key.attachment();
        boolean before = reader.begun();
        try {
            if (key.isConnectable() && ((SocketChannel) key.channel()).finishConnect()) {
                connected(key);
            } else if (key.isReadable()) {
                reader.take(key, buffers, Load::microOfDay);
                begun += !before && reader.begun() ? 1 : 0;
            }
        } catch (IOException gone) {
            lose(key, before);
        }
    }

    private void lose(SelectionKey key, boolean hadBegun) {
        if (hadBegun) {
            tally.closed();
        } else {
            tally.refused();
        }
        close(key);
    }

    private static long microOfDay() {
        return Instant.now().atOffset(ZoneOffset.UTC).getLong(ChronoField.MICRO_OF_DAY);
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        selector.keys().forEach(Load::close);
        selector.close();
    }
}
