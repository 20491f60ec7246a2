package tickertape.client;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Hands messages on, one at a time and in order, as many as are asked for; safe for any thread.
final class DeliveryLoop {

    /// As good as without end.
    static final long ALL = Long.MAX_VALUE;

    private final MessageBuffer buffer;
    private final Executor threads;
    private final Predicate<StreamMessage> counts;
    private final Consumer<StreamMessage> consumer;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<@Nullable Runnable> last = new AtomicReference<>();
    private volatile boolean stopped;

    /// @param counts whether a message is one of those that are asked for; others pass without
    /// @param consumer must not throw
    DeliveryLoop(
            MessageBuffer buffer, Executor threads, Predicate<StreamMessage> counts, Consumer<StreamMessage> consumer) {
        this.buffer = buffer;
        this.threads = threads;
        this.counts = counts;
        this.consumer = consumer;
    }

    void ask(long more) {
        demand.accumulateAndGet(more, (have, add) -> have + add < 0 ? ALL : have + add);
        wake();
    }

    /// There may be something to deliver.
    void wake() {
        if (calls.getAndIncrement() == 0) {
            try {
                threads.execute(this::deliver);
            } catch (RejectedExecutionException closed) {
                stopped = true;
            }
        }
    }

    /// Nothing more is handed on; what is just under way may still end.
    void stop() {
        stopped = true;
    }

    /// The same, and when that has ended, this is done.
    void finish(Runnable then) {
        last.set(then);
        stop();
        wake();
    }

    // Who calls `wake` meanwhile is counted, and makes for another look.
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
            seen = calls.addAndGet(-seen);
        }
    }

    private Optional<StreamMessage> next() {
        if (stopped) {
            return Optional.empty();
        }
        Optional<StreamMessage> message = buffer.poll(head -> demand.get() > 0 || !counts.test(head));
        if (message.isPresent() && counts.test(message.get())) {
            demand.accumulateAndGet(1, (have, one) -> have == ALL ? ALL : have - one);
        }
        return message;
    }
}
