package tickertape.tape.stream;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tickertape.tape.BatchLog;
import tickertape.tape.Draft;
import tickertape.tape.Position;
import tickertape.tape.RejectedPieceException;
import tickertape.tape.Tape;
import tickertape.tape.TopicDefinition;
import tickertape.tape.delivery.DeadPeerDetector;
import tickertape.tape.delivery.DeliveryPolicy;
import tickertape.tape.delivery.Dispatcher;
import tickertape.tape.delivery.Subscriber;
import tickertape.tape.delivery.SubscriberRegistry;
import tickertape.tape.metrics.StreamCounters;

/// Where publishers hand in their batches, and subscribers are woken. Safe for any thread.
public final class StreamHub {

    private final Tape tape;
    private final BatchLog log;
    private final boolean shared;
    private final DeliveryPolicy policy;
    private final StreamCounters counters;
    private final Executor threads;
    private final SubscriberRegistry subscribers = new SubscriberRegistry();
    private final DeadPeerDetector deadPeers;
    private volatile @Nullable Broadcast broadcast;

    /// One whose server alone appends to the tape.
    public StreamHub(Tape tape, DeliveryPolicy policy, StreamCounters counters, Executor threads) {
        this(tape, BatchLog.NONE, policy, counters, threads);
    }

    /// @param log where batches go that are to lie on the tapes of several servers
    /// @param threads virtual ones: each may wait for a client
    StreamHub(Tape tape, BatchLog log, DeliveryPolicy policy, StreamCounters counters, Executor threads) {
        this.tape = tape;
        this.log = log;
        this.shared = !log.equals(BatchLog.NONE);
        this.policy = policy;
        this.counters = counters;
        this.threads = threads;
        this.deadPeers = new DeadPeerDetector(subscribers, policy.nanoTime());
    }

    /// Whether several servers share the tape: then a batch lies on it some time after it was handed in.
    public boolean isShared() {
        return shared;
    }

    /// Whether the tape is the one that streams are to go on with. A server that shares it and has just started has
    /// to read it first.
    boolean isReady() {
        return log.isReady();
    }

    /// Waits, without a thread, until a tape that several servers share has all that any of them has read by now.
    ///
    /// @param sse of the request, which is over when that is so
    /// @param then told true when it is so, or false when that can't be known now; by a thread that must not wait
    void catchUp(Sse sse, Consumer<Boolean> then) {
        var _ = broadcast(sse);
        log.catchUp(then);
    }

    /// Hands in a batch for the tape, and for those who may read it: never waits.
    ///
    /// @param appended told the position after the batch when it lies on the tape; of one that several servers
    ///     share, on another thread, or never if this server does not lead any more
    /// @throws RejectedPieceException if a text of a growing topic does not take its piece
    public void publish(List<Draft> drafts, Consumer<Position> appended) {
        if (isShared()) {
            log.append(drafts, appended);
        } else {
            appended.accept(publish(drafts));
        }
    }

    /// Appends a batch to the tape of this server alone, and wakes those who may read it: never waits for a client.
    ///
    /// @return the position after the batch
    /// @throws RejectedPieceException if a text of a growing topic does not take its piece; nothing is
    ///     appended then
    public Position publish(List<Draft> drafts) {
        requireOwn();
        Position position = tape.append(drafts);
        var owners = new HashSet<String>();
        for (Draft draft : drafts) {
            Optional<String> owner = draft.owner();
            if (owner.isEmpty()) {
                wakeAll();
                return position;
            }
            owners.add(owner.get());
        }
        subscribers.wake(owners);
        return position;
    }

    // What one server alone appended to a shared tape would be under the ids of others.
    private void requireOwn() {
        if (isShared()) {
            throw new IllegalStateException("the tape is not this server's alone");
        }
    }

    /// Wakes every subscriber.
    public void wakeAll() {
        deadPeers.check();
        Broadcast begun = broadcast;
        if (begun != null) {
            begun.wake();
        }
    }

    /// A client was refused: looks for places that are taken by clients that are gone.
    void placeIsWanted() {
        deadPeers.request();
    }

    /// Admits that messages of a topic could not be published.
    public void lose(TopicDefinition topic) {
        requireOwn();
        tape.lose(topic);
        wakeAll();
    }

    /// Admits that an owner's messages of a private topic could not be published.
    public void lose(TopicDefinition topic, String owner) {
        requireOwn();
        tape.lose(topic, owner);
        subscribers.wake(Set.of(owner));
    }

    /// Ends the streams whose right to read has ended.
    ///
    /// @param credential which of the account's; empty for all
    void expire(String account, Optional<String> credential) {
        subscribers.expire(account, credential);
    }

    /// Serves a subscriber from now on; it counts until somebody says that it has left.
    ///
    /// @param registered runs when the subscriber is known here, and has not been written to yet
    /// @throws RejectedExecutionException when the application is going down
    void join(Sse sse, Subscriber subscriber, Runnable registered) {
        subscribers.add(subscriber);
        try {
            registered.run();
            broadcast(sse).dispatcher().greet(subscriber);
        } catch (RuntimeException failure) {
            left(subscriber);
            throw failure;
        }
    }

    /// Whether somebody reads what is an account's own at this moment.
    public boolean isFollowed(String account) {
        return subscribers.has(account);
    }

    /// Runs what writes to a client, on a thread that may wait for it.
    void execute(Runnable writer) {
        threads.execute(writer);
    }

    void left(Subscriber subscriber) {
        subscribers.remove(subscriber);
    }

    SubscriberRegistry subscribers() {
        return subscribers;
    }

    // The platform hands out Sse only with a request, so the first subscriber brings it.
    private synchronized Broadcast broadcast(Sse sse) {
        Broadcast begun = broadcast;
        if (begun == null) {
            SseBroadcaster broadcaster = sse.newBroadcaster();
            var dispatcher = new Dispatcher(threads, broadcaster::register, policy.nanoTime(), counters).open();
            begun = new Broadcast(broadcaster, sse.newEvent("wakeup"), dispatcher);
            broadcast = begun;
        }
        return begun;
    }

    void close() {
        Broadcast begun = broadcast;
        if (begun != null) {
            begun.dispatcher().close();
        }
    }

    /// The register of all threads that sleep until there is something to write, with an event that says only
    /// "look at the tape".
    private record Broadcast(SseBroadcaster broadcaster, OutboundSseEvent event, Dispatcher dispatcher) {
        void wake() {
            var _ = broadcaster.broadcast(event);
        }
    }
}
