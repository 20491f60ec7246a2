package tickertape.tape.delivery;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tickertape.tape.Cursor;
import tickertape.tape.ReadResult;
import tickertape.tape.metrics.DisconnectReason;
import tickertape.tape.metrics.LocalCounters;
import tickertape.tape.metrics.StreamCounter;
import tickertape.tape.wire.GoodbyeReason;
import tickertape.tape.wire.SseWriter;

/// One client of the stream: a cursor, and what it is owed at any moment.
///
/// One thread at a time may [#serve] it, and hands it on safely; any thread may [#end] it.
public final class Subscriber {

    /// Nothing is due but what comes as news.
    static final long NOTHING = Long.MAX_VALUE;

    private final Cursor cursor;
    private final SseWriter out;
    private final DeliveryPolicy terms;
    private final Throttle throttle;
    private final Runnable afterwards;

    private volatile @Nullable GoodbyeReason ending;
    private volatile boolean gone;
    private boolean greeted;
    private long lastWrite;
    private long started;
    private long lifetime;
    private volatile long written = NOTHING;

    /// @param afterwards ends the response; called once, by the thread that wrote to it last
    public Subscriber(Cursor cursor, SseWriter out, DeliveryPolicy terms, Throttle throttle, Runnable afterwards) {
        this.cursor = cursor;
        this.out = out;
        this.terms = terms;
        this.throttle = throttle;
        this.afterwards = afterwards;
    }

    /// Writes what the client is owed by now: at most one read. That may take as long as the client likes.
    ///
    /// @return after how many nanoseconds to come again though there be no news
    long serve(LocalCounters tally) {
        DisconnectReason reason = DisconnectReason.FAILED;
        boolean stays = false;
        try {
            long due = gone ? NOTHING : greeted ? follow(tally) : greet(tally);
            stays = true;
            return due;
        } catch (IOException clientIsGone) {
            // It left, or took nothing until the write timed out. Either is its right, and no news to anybody.
            reason = DisconnectReason.by(clientIsGone);
            return NOTHING;
        } finally {
            if (!stays) {
                leave(reason, tally);
            }
        }
    }

    private long greet(LocalCounters tally) throws IOException {
        greeted = true;
        ReadResult first = cursor.next();
        tally.add(StreamCounter.connects(first.resume()), 1);
        tally.wrote(1, out.hello(terms.hello(cursor.position(), first.resume()), terms.retryMillis()));
        started = terms.nanoTime().getAsLong();
        lifetime = terms.lifetimeNanos();
        lastWrite = started;
        write(first, started, tally);
        return 0;
    }

    private long follow(LocalCounters tally) throws IOException {
        long now = terms.nanoTime().getAsLong();
        GoodbyeReason wanted = now - started >= lifetime ? GoodbyeReason.ROTATION : ending;
        if (wanted != null) {
            tally.wrote(1, out.goodbye(terms.goodbye(wanted)));
            leave(DisconnectReason.by(wanted), tally);
            return NOTHING;
        }
        if (!cursor.behind()) {
            beat(now, tally);
            return NOTHING;
        }
        long pause = throttle.pause(now);
        if (pause > 0) {
            beat(now, tally);
            return pause;
        }
        ReadResult read = cursor.next();
        write(read, now, tally);
        // Who asked for few writes, or has just come, waited by choice.
        if (read.size() > 0 && !throttle.limits()) {
            tally.waited(lastWrite - read.appended());
        }
        return cursor.behind() ? 0 : NOTHING;
    }

    private void write(ReadResult read, long now, LocalCounters tally) throws IOException {
        if (read.isEmpty()) {
            // The tape moves, but with nothing for this client.
            beat(now, tally);
        } else {
            tally.wrote(read.events(), out.read(read));
            tally.add(StreamCounter.CONFLATED, cursor.merged());
            lastWrite = terms.nanoTime().getAsLong();
            throttle.wrote(lastWrite);
        }
        written = throttle.limits() ? NOTHING : cursor.offset();
    }

    private void beat(long now, LocalCounters tally) throws IOException {
        if (terms.silent(lastWrite, now)) {
            tally.wrote(1, out.heartbeat(terms.beat(cursor.position()), cursor.position()));
            tally.add(StreamCounter.HEARTBEATS, 1);
            lastWrite = now;
        }
    }

    private void leave(DisconnectReason reason, LocalCounters tally) {
        if (!gone) {
            gone = true;
            tally.add(StreamCounter.departures(reason), 1);
            afterwards.run();
        }
    }

    /// Up to which offset it has been written all it wants; [#NOTHING] for one who asked for few writes, or who has
    /// not been greeted. Any thread may ask.
    long written() {
        return written;
    }

    /// For how many nanoseconds it need not be served, though there be news: most of those who asked for few writes
    /// wait whenever one of them is due. 0 if it is to be served.
    long rests(long now) {
        return ending == null ? throttle.rests(now) : 0;
    }

    /// Whether its stream has ended.
    boolean gone() {
        return gone;
    }

    /// Asks for an end; when it is served next, it says goodbye.
    public void end(GoodbyeReason reason) {
        ending = reason;
    }
}
