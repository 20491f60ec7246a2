package tickertape.client;

import jakarta.json.bind.JsonbBuilder;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import tickertape.client.connection.ThreadPools;

/// A stream that goes on until it is closed: it makes one connection after another, and each goes on where the one
/// before it ended. Safe for any thread.
public final class LiveStream implements AutoCloseable {

    // One delivers, and may be blocked by the consumer; one connects.
    private static final int THREADS = 2;

    private final ScheduledExecutorService threads;
    private final boolean ownsThreads;
    private final MessageBuffer buffer;
    private final DeliveryLoop delivery;
    private final Reconnector reconnector;

    private LiveStream(StreamOptions options, Predicate<StreamMessage> counts, Consumer<StreamMessage> consumer) {
        var given = options.threads();
        ownsThreads = given == null;
        threads = given == null ? ThreadPools.daemons(THREADS, "tickertape-client", options.loader()) : given;
        buffer = new MessageBuffer(options.capacity(), options.whenFull(), options.position());
        var decoder = new Decoder(JsonbBuilder.create(), options.topics());
        delivery = new DeliveryLoop(buffer, threads, counts, decoder::delivered, consumer);
        reconnector = new Reconnector(
                options, decoder, buffer, delivery::wake, threads, RandomGenerator.getDefault(), System::nanoTime);
    }

    /// Connects. Nothing is delivered before it is requested.
    ///
    /// @param counts whether a message counts against what is requested
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

    void request(long more) {
        delivery.request(more);
    }

    /// Delivers nothing more, and runs this when a callback that has begun has ended.
    void finish(Runnable then) {
        delivery.finish(then);
    }

    /// The position of all that was delivered so far, for [Tickertape#from]; empty before the first position. A
    /// message whose callback has begun counts as delivered.
    public Optional<String> position() {
        return buffer.delivered();
    }

    /// Ends the connection and returns at once. No callback begins after that; one that has begun goes on.
    @Override
    public void close() {
        delivery.stop();
        reconnector.close();
        if (ownsThreads) {
            threads.shutdown();
        }
    }
}
