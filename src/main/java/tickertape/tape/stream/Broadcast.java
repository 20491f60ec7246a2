package tickertape.tape.stream;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.Gauge;
import org.jspecify.annotations.Nullable;
import tickertape.tape.Draft;
import tickertape.tape.Tape;
import tickertape.tape.Topic;

/// Where publishers hand in their batches, and all subscribers are woken from. Safe for any thread.
@ApplicationScoped
public class Broadcast {

    @Inject
    Tape tape;

    @Resource(lookup = StreamBeans.THREADS)
    ManagedExecutorService threads;

    private final Attendance attendance = new Attendance();
    private volatile @Nullable Bell bell;

    /// Appends a batch to the tape and wakes everyone: never waits for a client.
    public void publish(List<Draft> drafts) {
        tape.append(drafts);
        ring();
    }

    void ring() {
        Bell installed = bell;
        if (installed != null) {
            installed.ring();
        }
    }

    /// Owns up to messages of a topic that could not be published.
    public void lose(Topic topic) {
        tape.lose(topic);
        ring();
    }

    /// Starts a subscriber on a thread of its own; it counts until somebody says that it has left.
    ///
    /// @throws RejectedExecutionException when the application is going down
    void join(Sse sse, Subscriber subscriber) {
        attendance.add(subscriber);
        try {
            // Register before it reads: of what is appended in between it would not hear.
            bell(sse).broadcaster().register(subscriber);
            start(subscriber);
        } catch (RuntimeException failure) {
            subscriber.abandon();
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

    @Gauge(name = "subscribers", absolute = true, unit = MetricUnits.NONE, description = "Open streams")
    public int subscribers() {
        return attendance.size();
    }

    Attendance attendance() {
        return attendance;
    }

    // The platform hands out Sse only with a request, so the first subscriber brings it.
    private synchronized Bell bell(Sse sse) {
        Bell installed = bell;
        if (installed == null) {
            installed = new Bell(sse.newBroadcaster(), sse.newEvent("news"));
            bell = installed;
        }
        return installed;
    }

    /// The register of all sinks, with the event that says no more than "look at the tape".
    private record Bell(SseBroadcaster broadcaster, OutboundSseEvent news) {
        void ring() {
            var _ = broadcaster.broadcast(news);
        }
    }
}
