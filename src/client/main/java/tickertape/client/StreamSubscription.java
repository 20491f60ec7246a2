package tickertape.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One subscriber and its stream, from `subscribe` to `cancel`; safe for any thread. It follows the rules of Reactive
/// Streams 1.0.4, whose numbers stand behind some lines.
final class StreamSubscription<T> implements Flow.Subscription {

    private static final Logger LOG = System.getLogger(StreamSubscription.class.getName());

    private final StreamOptions options;
    private final Function<StreamMessage, @Nullable T> pick;
    private final Consumer<StreamMessage> others;

    // Guarded by this, as all that follows. The reference to the subscriber is dropped at the end (3.13).
    private Flow.@Nullable Subscriber<? super T> subscriber;
    private @Nullable LiveStream stream;
    private @Nullable Throwable fault;
    private long requested;

    private StreamSubscription(
            StreamOptions options,
            Function<StreamMessage, @Nullable T> pick,
            Consumer<StreamMessage> others,
            Flow.Subscriber<? super T> subscriber) {
        this.options = options;
        this.pick = pick;
        this.others = others;
        this.subscriber = Objects.requireNonNull(subscriber, "subscriber");
    }

    /// A publisher that opens a stream for each subscriber.
    ///
    /// @param pick what is published of a message; null for nothing
    /// @param others gets the messages that are not published
    static <T> Flow.Publisher<T> publisher(
            StreamOptions options, Function<StreamMessage, @Nullable T> pick, Consumer<StreamMessage> others) {
        return subscriber -> {
            var subscription = new StreamSubscription<T>(options, pick, others, subscriber);
            subscriber.onSubscribe(subscription);
            subscription.open();
        };
    }

    /// Opens the stream, unless the subscriber has already cancelled.
    private void open() {
        if (subscriber() == null) {
            return;
        }
        try {
            start(LiveStream.open(options, message -> pick.apply(message) != null, this::deliver));
        } catch (RuntimeException noClient) {
            fail(noClient);
        }
    }

    private void start(LiveStream opened) {
        boolean cancelled;
        long more;
        synchronized (this) {
            cancelled = subscriber == null;
            stream = cancelled ? null : opened;
            more = requested;
        }
        if (cancelled) {
            opened.close();
        } else if (fault() != null) {
            opened.finish(this::signalError);
        } else if (more > 0) {
            opened.request(more);
        }
    }

    @Override
    public void request(long more) {
        LiveStream open;
        synchronized (this) {
            open = stream;
            if (more <= 0 && fault == null) {
                fault = new IllegalArgumentException("request(%s) is not positive (3.9)".formatted(more));
            } else if (open == null) {
                requested = requested + more < 0 ? DeliveryLoop.ALL : requested + more;
            }
        }
        if (open != null && more > 0) {
            open.request(more);
        } else if (open != null) {
            open.finish(this::signalError);
        }
    }

    @Override
    public void cancel() {
        LiveStream open;
        synchronized (this) {
            subscriber = null;
            open = stream;
            stream = null;
        }
        if (open != null) {
            open.close();
        }
    }

    private void deliver(StreamMessage message) {
        T item = pick.apply(message);
        var receiver = subscriber();
        if (receiver == null) {
            return;
        }
        if (item == null) {
            others.accept(message);
            return;
        }
        try {
            receiver.onNext(item);
        } catch (RuntimeException broken) {
            // It must not throw (2.13). One that does counts as cancelled.
            LOG.log(Level.ERROR, "cancelled, because the subscriber threw an exception", broken);
            cancel();
        }
    }

    private void fail(Throwable cause) {
        synchronized (this) {
            fault = cause;
        }
        signalError();
    }

    // On the thread that delivers, so that it comes after what is being delivered (1.3).
    private void signalError() {
        Flow.Subscriber<? super T> receiver;
        Throwable cause;
        synchronized (this) {
            receiver = subscriber;
            cause = fault;
            // In the same step, because `open` and `request` may both come here (1.7).
            subscriber = null;
        }
        cancel();
        if (receiver != null && cause != null) {
            receiver.onError(cause);
        }
    }

    private synchronized Flow.@Nullable Subscriber<? super T> subscriber() {
        return subscriber;
    }

    private synchronized @Nullable Throwable fault() {
        return fault;
    }
}
