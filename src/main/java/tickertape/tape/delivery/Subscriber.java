package tickertape.tape.delivery;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tickertape.tape.Cursor;
import tickertape.tape.Read;
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
    long serve() {
        boolean stays = false;
        try {
            long due = gone ? NOTHING : greeted ? follow() : greet();
            stays = true;
            return due;
        } catch (IOException clientIsGone) {
            // It left, or took nothing until the write timed out. Either is its right, and no news to anybody.
            return NOTHING;
        } finally {
            if (!stays) {
                leave();
            }
        }
    }

    private long greet() throws IOException {
        greeted = true;
        Read first = cursor.next();
        out.hello(terms.hello(cursor.position(), first.resume()), terms.retryMillis());
        started = terms.nanoTime().getAsLong();
        lifetime = terms.lifetimeNanos();
        lastWrite = started;
        write(first, started);
        return 0;
    }

    private long follow() throws IOException {
        long now = terms.nanoTime().getAsLong();
        Ending wanted = now - started >= lifetime ? Ending.ROTATION : ending;
        if (wanted != null) {
            out.goodbye(terms.goodbye(wanted));
            leave();
            return NOTHING;
        }
        if (!cursor.behind()) {
            beat(now);
            return NOTHING;
        }
        long pause = throttle.pause(now);
        if (pause > 0) {
            beat(now);
            return pause;
        }
        write(cursor.next(), now);
        return cursor.behind() ? 0 : NOTHING;
    }

    private void write(Read read, long now) throws IOException {
        if (read.isEmpty()) {
            // The tape moves, but with nothing for this client.
            beat(now);
        } else {
            out.read(read);
            lastWrite = terms.nanoTime().getAsLong();
            throttle.wrote(lastWrite);
        }
    }

    private void beat(long now) throws IOException {
        if (terms.silent(lastWrite, now)) {
            out.heartbeat(terms.beat(cursor.position()), cursor.position());
            lastWrite = now;
        }
    }

    private void leave() {
        if (!gone) {
            gone = true;
            afterwards.run();
        }
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
