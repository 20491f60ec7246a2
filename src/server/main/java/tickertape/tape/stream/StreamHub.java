package tickertape.tape.stream;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import tickertape.tape.Draft;
import tickertape.tape.Position;
import tickertape.tape.Tape;
import tickertape.tape.TopicDefinition;
import tickertape.tape.delivery.DeliveryPolicy;
import tickertape.tape.delivery.Dispatcher;
import tickertape.tape.delivery.Subscriber;
import tickertape.tape.delivery.SubscriberRegistry;
import tickertape.tape.metrics.StreamCounters;

/// Where publishers hand in their batches, and all subscribers are woken from. Safe for any thread.
@ApplicationScoped
public class StreamHub {

    @Inject
    Tape tape;

    @Inject
    DeliveryPolicy terms;

    @Inject
    StreamCounters ledger;

    @Resource(lookup = StreamBeans.THREADS)
    ManagedExecutorService threads;

    private final SubscriberRegistry attendance = new SubscriberRegistry();
    private volatile @Nullable Bell bell;

    /// Appends a batch to the tape and wakes everyone: never waits for a client.
    ///
    /// @return the place on the tape after the batch
    public Position publish(List<Draft> drafts) {
        Position position = tape.append(drafts);
        ring();
        return position;
    }

    void ring() {
        Bell installed = bell;
        if (installed != null) {
            installed.ring();
        }
    }

    /// Owns up to messages of a topic that could not be published.
    public void lose(TopicDefinition topic) {
        tape.lose(topic);
        ring();
    }

    /// Lets a subscriber be served from now on; it counts until somebody says that it has left.
    ///
    /// @throws RejectedExecutionException when the application is going down
    void join(Sse sse, Subscriber subscriber) {
        attendance.add(subscriber);
        try {
            bell(sse).rounds().welcome(subscriber);
        } catch (RuntimeException failure) {
            left(subscriber);
            throw failure;
        }
    }

    /// Runs what writes to a client, on a thread that may wait for it.
    void start(Runnable writer) {
        threads.execute(writer);
    }

    void left(Subscriber subscriber) {
        attendance.remove(subscriber);
    }

    SubscriberRegistry attendance() {
        return attendance;
    }

    // The platform hands out Sse only with a request, so the first subscriber brings it.
    private synchronized Bell bell(Sse sse) {
        Bell installed = bell;
        if (installed == null) {
            SseBroadcaster broadcaster = sse.newBroadcaster();
            var rounds = new Dispatcher(threads, broadcaster::register, terms.nanoTime(), ledger).open();
            installed = new Bell(broadcaster, sse.newEvent("news"), rounds);
            bell = installed;
        }
        return installed;
    }

    @PreDestroy
    void close() {
        Bell installed = bell;
        if (installed != null) {
            installed.rounds().close();
        }
    }

    /// The register of all who sleep until there is news, with the event that says no more than "look at the tape".
    private record Bell(SseBroadcaster broadcaster, OutboundSseEvent news, Dispatcher rounds) {
        void ring() {
            var _ = broadcaster.broadcast(news);
        }
    }
}
