package tickertape.client;

import jakarta.json.bind.JsonbBuilder;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import tickertape.client.connection.ThreadPools;

/// A stream that goes on until it is closed: it makes one connection after another, and each goes on where the one
/// before it stopped. Safe for any thread.
public final class LiveStream implements AutoCloseable {

    // One delivers, and may be held up by the consumer; one connects.
    private static final int THREADS = 2;

    private final ScheduledExecutorService threads;
    private final boolean threadsAreOurs;
    private final MessageBuffer buffer;
    private final DeliveryLoop delivery;
    private final Reconnector reconnector;

    private LiveStream(StreamOptions options, Predicate<StreamMessage> counts, Consumer<StreamMessage> consumer) {
        var given = options.threads();
        threadsAreOurs = given == null;
        threads = given == null ? ThreadPools.daemons(THREADS, "tickertape-client", options.loader()) : given;
        buffer = new MessageBuffer(options.capacity(), options.whenFull(), options.position());
        delivery = new DeliveryLoop(buffer, threads, counts, consumer);
        reconnector = new Reconnector(
                options,
                new Decoder(JsonbBuilder.create()),
                buffer,
                delivery::wake,
                threads,
                RandomGenerator.getDefault(),
                System::nanoTime);
    }

    /// Connects; nothing is delivered before it is asked for.
    ///
    /// @param counts whether a message is one of those that are asked for
    static LiveStream open(StreamOptions options, Predicate<StreamMessage> counts, Consumer<StreamMessage> consumer) {
        var stream = new LiveStream(options, counts, consumer);
        try {
            stream.reconnector.connect();
        } catch (RuntimeException | Error fault) {
            stream.close();
            throw fault;
        }
        return stream;
    }

    void ask(long more) {
        delivery.ask(more);
    }

    /// Delivers nothing more, and does this when the callback that is under way has ended.
    void finish(Runnable then) {
        delivery.finish(then);
    }

    /// Where to go on for somebody who has seen all that was delivered so far, by [Tickertape#from]; empty before the
    /// first position. What is on its way into a callback counts as delivered.
    public Optional<String> position() {
        return buffer.delivered();
    }

    /// Ends the connection and returns at once. No callback begins after that; one that is under way goes on.
    @Override
    public void close() {
        delivery.stop();
        reconnector.close();
        if (threadsAreOurs) {
            threads.shutdown();
        }
    }
}
