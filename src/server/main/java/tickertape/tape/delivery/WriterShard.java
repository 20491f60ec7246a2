package tickertape.tape.delivery;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tickertape.tape.metrics.LocalCounters;
import tickertape.tape.wire.GoodbyeReason;

/// Some dozens of clients that keep up, served one after the other by one thread, the walker.
///
/// When a client holds it up, another thread may end the visit and walk on in its place, while the old walker stays
/// behind with that client. So whatever is not volatile here is touched by one thread at a time, and [WriteLease]
/// hands it over.
final class WriterShard implements Runnable {

    /// A visit that takes longer waits for its client: by then a thread that was only put aside is running again.
    private static final long SLOW = Duration.ofMillis(5).toNanos();

    /// When slow visits take longer than this in one pass, the rest of the clients are not served in turn any more.
    private static final long PATIENCE = Duration.ofMillis(50).toNanos();

    private final Dispatcher rounds;
    private final ShardRegistry places;
    private final WakeupSink alarm = new WakeupSink();
    private final Queue<Subscriber> arrivals = new ConcurrentLinkedQueue<>();
    private final WriteLease visits;

    private final Members members = new Members();
    private long held;

    WriterShard(Dispatcher rounds, ShardRegistry places, WriterPermits turns) {
        this.rounds = rounds;
        this.places = places;
        this.visits = new WriteLease(turns);
    }

    WakeupSink alarm() {
        return alarm;
    }

    void arrive(Subscriber subscriber) {
        arrivals.add(subscriber);
        alarm.ring();
    }

    WriteLease visits() {
        return visits;
    }

    @Override
    public void run() {
        begin();
        walk();
    }

    private void walk() {
        alarm.wake();
        // Of this thread, not of the round: who stays behind with a client still counts.
        LocalCounters tally = rounds.tally();
        while (pass(tally)) {
            tally.settle();
            visits.leave();
            if (members.isEmpty() && places.retire(this)) {
                return;
            }
            rest();
            begin();
        }
    }

    /// Serves all from the next one on.
    ///
    /// @return false if another thread has taken over
    private boolean pass(LocalCounters tally) {
        Subscriber subscriber = members.next(rounds.now());
        while (subscriber != null) {
            long visit = visits.begin();
            rounds.watchOver();
            long before = rounds.now();
            long pause = rounds.serve(subscriber, tally);
            long now = rounds.now();
            if (!visits.end(visit)) {
                tally.settle();
                rounds.stayWith(subscriber);
                return false;
            }
            if (subscriber.gone()) {
                members.removeNext();
                places.leave(this);
            } else {
                members.served(pause);
            }
            heldUp(now - before);
            subscriber = members.next(now);
        }
        return true;
    }

    private void rest() {
        if (members.due() > 0 && arrivals.isEmpty()) {
            alarm.sleep(members.due());
        }
        if (Thread.interrupted()) {
            // The executor goes down before anybody said why.
            members.all().forEach(member -> member.end(GoodbyeReason.SHUTDOWN));
        }
    }

    private void begin() {
        visits.enter();
        alarm.listen();
        for (Subscriber arrived = arrivals.poll(); arrived != null; arrived = arrivals.poll()) {
            members.add(arrived);
        }
        members.startOver();
        held = 0;
    }

    /// Takes over from a walker that has been on the same visit for too long, and walks on.
    void relieve(long visit) {
        if (!visits.end(visit)) {
            return;
        }
        members.removeNext();
        places.leave(this);
        heldUp(StallDetector.TOO_LONG);
        walk();
    }

    private void heldUp(long took) {
        held += took < SLOW ? 0 : took;
        if (held > PATIENCE) {
            members.removeRest().forEach(other -> {
                places.leave(this);
                rounds.goAlone(other);
            });
        }
    }
}
