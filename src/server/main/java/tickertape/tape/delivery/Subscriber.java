package tickertape.tape.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.tape.Cursor;
import tickertape.tape.ReadResult;
import tickertape.tape.Tape;
import tickertape.tape.metrics.DisconnectReason;
import tickertape.tape.metrics.LocalCounters;
import tickertape.tape.metrics.StreamCounter;
import tickertape.tape.sse.GoodbyeReason;
import tickertape.tape.sse.SseWriter;
import tickertape.wire.Hello;

/// One client of the stream: its cursor, and what is due to it at any moment.
///
/// One thread at a time may [#serve] it, and hands it on safely; any thread may [#wake] and [#end] it.
public final class Subscriber {

    /// Nothing is due until something new is appended.
    static final long NOTHING = Long.MAX_VALUE;

    /// Whoever was written to more recently need not be probed.
    private static final long PROBED = Duration.ofMillis(500).toNanos();

    private final Cursor cursor;
    private final SseWriter out;
    private final DeliveryPolicy policy;
    private final Throttle throttle;
    private final Access access;
    private final Runnable completion;

    private volatile @Nullable GoodbyeReason ending;
    private volatile @Nullable WakeupSink wakeup;
    private volatile boolean gone;
    private volatile boolean probed;
    private boolean greeted;
    private long lastWrite;
    private long started;
    private long lifetime;
    private volatile long written = NOTHING;

    /// @param completion ends the response; called once, by the thread that wrote to it last
    public Subscriber(
            Cursor cursor,
            SseWriter out,
            DeliveryPolicy policy,
            Throttle throttle,
            Access access,
            Runnable completion) {
        this.cursor = cursor;
        this.out = out;
        this.policy = policy;
        this.throttle = throttle;
        this.access = access;
        this.completion = completion;
    }

    /// Writes what is due to the client by now: at most one read. That may take as long as the client likes.
    ///
    /// @return after how many nanoseconds to come again even if nothing new is appended
    long serve(LocalCounters counters) {
        DisconnectReason reason = DisconnectReason.FAILED;
        boolean stays = false;
        try {
            long due = gone ? NOTHING : greeted ? follow(counters) : greet(counters);
            stays = true;
            return due;
        } catch (IOException clientIsGone) {
            // It left, or took nothing until the write timed out. It may do either; nobody needs to know.
            reason = DisconnectReason.by(clientIsGone);
            return NOTHING;
        } finally {
            if (!stays) {
                leave(reason, counters);
            }
        }
    }

    private long greet(LocalCounters counters) throws IOException {
        greeted = true;
        ReadResult first = cursor.next();
        counters.add(StreamCounter.connects(first.resume()), 1);
        Hello hello =
                policy.hello(cursor.position(), first.resume(), cursor.tape().delay());
        counters.wrote(1, out.hello(hello, policy.retryMillis()));
        started = policy.nanoTime().getAsLong();
        lifetime = Math.min(policy.lifetimeNanos(), access.validNanos());
        lastWrite = started;
        write(first, started, counters);
        return 0;
    }

    private long follow(LocalCounters counters) throws IOException {
        long now = policy.nanoTime().getAsLong();
        GoodbyeReason reason = now - started >= lifetime ? endOfLife() : ending;
        if (reason != null) {
            counters.wrote(1, out.goodbye(policy.goodbye(reason), cursor.position()));
            leave(DisconnectReason.by(reason), counters);
            return NOTHING;
        }
        if (!cursor.behind()) {
            heartbeat(now, counters);
            return NOTHING;
        }
        if (cursor.isVoid()) {
            end(GoodbyeReason.SHUTDOWN);
            return 0;
        }
        long pause = throttle.pause(now);
        if (pause > 0) {
            heartbeat(now, counters);
            return pause;
        }
        ReadResult read = cursor.next();
        write(read, now, counters);
        // A client that asked for few writes, or has just come, waited by choice.
        if (read.size() > 0 && !throttle.limits()) {
            counters.waited(lastWrite - read.appended());
        }
        return cursor.behind() ? 0 : NOTHING;
    }

    private GoodbyeReason endOfLife() {
        return lifetime == access.validNanos() ? GoodbyeReason.EXPIRED : GoodbyeReason.ROTATION;
    }

    private void write(ReadResult read, long now, LocalCounters counters) throws IOException {
        if (read.isEmpty()) {
            // The tape moves, but without anything for this client.
            heartbeat(now, counters);
        } else {
            counters.wrote(read.events(), out.read(read));
            counters.add(StreamCounter.CONFLATED, cursor.merged());
            lastWrite = policy.nanoTime().getAsLong();
            throttle.wrote(lastWrite);
        }
        written = throttle.limits() ? NOTHING : cursor.sharedOffset();
    }

    private void heartbeat(long now, LocalCounters counters) throws IOException {
        if (probeIsDue(now) || policy.silent(lastWrite, now)) {
            counters.wrote(1, out.heartbeat(policy.heartbeat(cursor.position()), cursor.position()));
            counters.add(StreamCounter.HEARTBEATS, 1);
            lastWrite = now;
        }
    }

    private void leave(DisconnectReason reason, LocalCounters counters) {
        if (!gone) {
            gone = true;
            counters.add(StreamCounter.departures(reason), 1);
            completion.run();
        }
    }

    /// Up to which offset it has been written all that is for everyone; [#NOTHING] for a client that asked for
    /// few writes, or has not been greeted. Any thread may ask.
    long written() {
        return written;
    }

    /// For how many nanoseconds it need not be served; 0 if it is to be served now. To ask is much cheaper than
    /// to serve: whatever wakes its thread is often for others only.
    long idle(long now) {
        if (ending != null || probed || now - started >= lifetime || policy.silent(lastWrite, now)) {
            return 0;
        }
        return cursor.behind() ? throttle.rest(now) : NOTHING;
    }

    /// By what right it reads.
    Access access() {
        return access;
    }

    /// The tape that it reads.
    Tape tape() {
        return cursor.tape();
    }

    /// Whose private messages it reads; empty if it reads none.
    Optional<String> owner() {
        return cursor.owner();
    }

    /// Says where its thread sleeps from now on.
    void wokenBy(WakeupSink sink) {
        wakeup = sink;
    }

    /// Wakes the thread that serves it. One that does not yet serve it will look at the tape before it sleeps.
    void wake() {
        WakeupSink sink = wakeup;
        if (sink != null) {
            sink.wake();
        }
    }

    /// Whether its stream has ended.
    boolean gone() {
        return gone;
    }

    private boolean probeIsDue(long now) {
        if (!probed) {
            return false;
        }
        probed = false;
        return now - lastWrite >= PROBED;
    }

    /// Asks for a heartbeat ahead of time; it is written when it is served next.
    void probe() {
        probed = true;
    }

    /// Asks for an end; when it is served next, it says goodbye.
    public void end(GoodbyeReason reason) {
        ending = reason;
    }
}
