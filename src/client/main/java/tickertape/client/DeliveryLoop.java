package tickertape.client;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Delivers messages one at a time and in order, as many as were requested; safe for any thread.
final class DeliveryLoop {

    /// A demand without end.
    static final long ALL = Long.MAX_VALUE;

    private final MessageBuffer buffer;
    private final Executor threads;
    private final Predicate<StreamMessage> counts;
    private final Function<QueuedMessage, StreamMessage> decoder;
    private final Consumer<StreamMessage> consumer;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger wakeups = new AtomicInteger();
    private final AtomicReference<@Nullable Runnable> last = new AtomicReference<>();
    private volatile boolean stopped;

    /// @param counts whether a message counts against the demand; others are delivered without demand
    /// @param decoder makes the message that is delivered
    /// @param consumer must not throw
    DeliveryLoop(
            MessageBuffer buffer,
            Executor threads,
            Predicate<StreamMessage> counts,
            Function<QueuedMessage, StreamMessage> decoder,
            Consumer<StreamMessage> consumer) {
        this.buffer = buffer;
        this.threads = threads;
        this.counts = counts;
        this.decoder = decoder;
        this.consumer = consumer;
    }

    /// Adds to the demand.
    void request(long more) {
        demand.accumulateAndGet(more, (have, add) -> have + add < 0 ? ALL : have + add);
        wake();
    }

    /// Looks for something to deliver.
    void wake() {
        if (wakeups.getAndIncrement() == 0) {
            try {
                threads.execute(this::deliver);
            } catch (RejectedExecutionException closed) {
                stopped = true;
            }
        }
    }

    /// Delivers nothing more; a delivery that has begun may still end.
    void stop() {
        stopped = true;
    }

    /// Stops, and runs this after a delivery that has begun.
    void finish(Runnable then) {
        last.set(then);
        stop();
        wake();
    }

    // A `wake` that comes meanwhile is counted, and leads to another look.
    private void deliver() {
        int seen = 1;
        while (seen > 0) {
            for (var message = next(); message.isPresent(); message = next()) {
                consumer.accept(message.get());
            }
            Runnable end = last.getAndSet(null);
            if (end != null) {
                end.run();
            }
            seen = wakeups.addAndGet(-seen);
        }
    }

    private Optional<StreamMessage> next() {
        if (stopped) {
            return Optional.empty();
        }
        Optional<StreamMessage> message = buffer.poll(head -> demand.get() > 0 || !counts.test(head.message()))
                .map(decoder);
        if (message.isPresent() && counts.test(message.get())) {
            demand.accumulateAndGet(1, (have, one) -> have == ALL ? ALL : have - one);
        }
        return message;
    }
}
