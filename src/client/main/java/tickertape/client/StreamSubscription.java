package tickertape.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// One subscriber's stream, from `subscribe` to `cancel`; safe for any thread. It keeps to the rules of Reactive
/// Streams 1.0.4, whose numbers stand behind some lines.
final class StreamSubscription<T> implements Flow.Subscription {

    private static final Logger LOG = System.getLogger(StreamSubscription.class.getName());

    private final StreamPublisher<T> publisher;

    // Guarded by this, as all that follows. The subscriber is let go of when all is over (3.13).
    private Flow.@Nullable Subscriber<? super T> subscriber;
    private @Nullable LiveStream stream;
    private @Nullable Throwable fault;
    private long asked;

    StreamSubscription(StreamPublisher<T> publisher, Flow.Subscriber<? super T> subscriber) {
        this.publisher = publisher;
        this.subscriber = subscriber;
    }

    /// Opens the stream, unless the subscriber has already said that it does not want it.
    void begin() {
        if (subscriber() == null) {
            return;
        }
        try {
            var opened = LiveStream.open(
                    publisher.options(), message -> publisher.pick().apply(message) != null, this::pass);
            start(opened);
        } catch (RuntimeException noClient) {
            fail(noClient);
        }
    }

    private void start(LiveStream opened) {
        boolean unwanted;
        long more;
        synchronized (this) {
            unwanted = subscriber == null;
            stream = unwanted ? null : opened;
            more = asked;
        }
        if (unwanted) {
            opened.close();
        } else if (fault() != null) {
            opened.finish(this::complain);
        } else if (more > 0) {
            opened.ask(more);
        }
    }

    @Override
    public void request(long more) {
        LiveStream open;
        synchronized (this) {
            open = stream;
            if (more <= 0 && fault == null) {
                fault = new IllegalArgumentException("request(%d) is not positive (3.9)".formatted(more));
            } else if (open == null) {
                asked = asked + more < 0 ? DeliveryLoop.ALL : asked + more;
            }
        }
        if (open != null && more > 0) {
            open.ask(more);
        } else if (open != null) {
            open.finish(this::complain);
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

    private void pass(StreamMessage message) {
        T item = publisher.pick().apply(message);
        var receiver = subscriber();
        if (receiver == null) {
            return;
        }
        if (item == null) {
            publisher.others().accept(message);
            return;
        }
        try {
            receiver.onNext(item);
        } catch (RuntimeException broken) {
            // It may not throw (2.13); who does is taken to have cancelled.
            LOG.log(Level.ERROR, "cancelled: the subscriber threw", broken);
            cancel();
        }
    }

    private void fail(Throwable cause) {
        synchronized (this) {
            fault = cause;
        }
        complain();
    }

    // On the thread that delivers, so that it comes after what is being delivered (1.3).
    private void complain() {
        Flow.Subscriber<? super T> receiver;
        Throwable cause;
        synchronized (this) {
            receiver = subscriber;
            cause = fault;
            // In one step with the look at it: who begins and who requests may both come here (1.7).
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
