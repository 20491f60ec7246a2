package tickertape.tape.delivery;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tickertape.tape.Cursor;
import tickertape.tape.Read;
import tickertape.tape.count.Count;
import tickertape.tape.count.Departure;
import tickertape.tape.count.Tally;
import tickertape.tape.wire.Ending;
import tickertape.tape.wire.EventWriter;

/// One client of the stream: a cursor, and what it is owed at any moment.
///
/// One thread at a time may [#serve] it, and hands it on safely; any thread may [#end] it.
public final class Subscriber {

    /// Nothing is due but what comes as news.
    static final long NOTHING = Long.MAX_VALUE;

    private final Cursor cursor;
    private final EventWriter out;
    private final Terms terms;
    private final Throttle throttle;
    private final Runnable afterwards;

    private volatile @Nullable Ending ending;
    private volatile boolean gone;
    private boolean greeted;
    private long lastWrite;
    private long started;
    private long lifetime;
    private volatile long written = NOTHING;

    /// @param afterwards ends the response; called once, by the thread that wrote to it last
    public Subscriber(Cursor cursor, EventWriter out, Terms terms, Throttle throttle, Runnable afterwards) {
        this.cursor = cursor;
        this.out = out;
        this.terms = terms;
        this.throttle = throttle;
        this.afterwards = afterwards;
    }

    /// Writes what the client is owed by now: at most one read. That may take as long as the client likes.
    ///
    /// @return after how many nanoseconds to come again though there be no news
    long serve(Tally tally) {
        Departure reason = Departure.FAILED;
        boolean stays = false;
        try {
            long due = gone ? NOTHING : greeted ? follow(tally) : greet(tally);
            stays = true;
            return due;
        } catch (IOException clientIsGone) {
            // It left, or took nothing until the write timed out. Either is its right, and no news to anybody.
            reason = Departure.by(clientIsGone);
            return NOTHING;
        } finally {
            if (!stays) {
                leave(reason, tally);
            }
        }
    }

    private long greet(Tally tally) throws IOException {
        greeted = true;
        Read first = cursor.next();
        tally.add(Count.connects(first.resume()), 1);
        tally.wrote(1, out.hello(terms.hello(cursor.position(), first.resume()), terms.retryMillis()));
        started = terms.nanoTime().getAsLong();
        lifetime = terms.lifetimeNanos();
        lastWrite = started;
        write(first, started, tally);
        return 0;
    }

    private long follow(Tally tally) throws IOException {
        long now = terms.nanoTime().getAsLong();
        Ending wanted = now - started >= lifetime ? Ending.ROTATION : ending;
        if (wanted != null) {
            tally.wrote(1, out.goodbye(terms.goodbye(wanted)));
            leave(Departure.by(wanted), tally);
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
        Read read = cursor.next();
        write(read, now, tally);
        // Who asked for few writes, or has just come, waited by choice.
        if (read.size() > 0 && !throttle.limits()) {
            tally.waited(lastWrite - read.appended());
        }
        return cursor.behind() ? 0 : NOTHING;
    }

    private void write(Read read, long now, Tally tally) throws IOException {
        if (read.isEmpty()) {
            // The tape moves, but with nothing for this client.
            beat(now, tally);
        } else {
            tally.wrote(read.events(), out.read(read));
            tally.add(Count.CONFLATED, cursor.merged());
            lastWrite = terms.nanoTime().getAsLong();
            throttle.wrote(lastWrite);
        }
        written = throttle.limits() ? NOTHING : cursor.offset();
    }

    private void beat(long now, Tally tally) throws IOException {
        if (terms.silent(lastWrite, now)) {
            tally.wrote(1, out.heartbeat(terms.beat(cursor.position()), cursor.position()));
            tally.add(Count.HEARTBEATS, 1);
            lastWrite = now;
        }
    }

    private void leave(Departure reason, Tally tally) {
        if (!gone) {
            gone = true;
            tally.add(Count.departures(reason), 1);
            afterwards.run();
        }
    }

    /// Up to which offset it has been written all it wants; [#NOTHING] for one who asked for few writes, or who has not
    /// been greeted. Any thread may ask.
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
    public void end(Ending reason) {
        ending = reason;
    }
}
