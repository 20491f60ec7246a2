package tickertape.tape.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tickertape.tape.wire.Ending;

/// Some dozens of clients that keep up, served one after the other by one thread, the walker.
///
/// When a client holds it up, another thread may end the visit and walk on in its place, while the old walker stays
/// behind with that client. So whatever is not volatile here is touched by one thread at a time, and [Visits] hands it
/// over.
final class Round implements Runnable {

    /// A visit that takes longer waits for its client: by then a thread that was only put aside is running again.
    private static final long SLOW = Duration.ofMillis(5).toNanos();

    /// When slow visits take longer than this in one pass, the rest of the clients are not served in turn any more.
    private static final long PATIENCE = Duration.ofMillis(50).toNanos();

    private final Rounds rounds;
    private final Alarm alarm = new Alarm();
    private final Queue<Subscriber> arrivals = new ConcurrentLinkedQueue<>();
    private final Visits visits;

    private final List<Subscriber> members = new ArrayList<>();
    private int next;
    private long due = Subscriber.NOTHING;
    private long held;

    /// How many belong here; guarded by the lock of [Rounds].
    int places;

    Round(Rounds rounds, Turns turns) {
        this.rounds = rounds;
        this.visits = new Visits(turns);
    }

    Alarm alarm() {
        return alarm;
    }

    void arrive(Subscriber subscriber) {
        arrivals.add(subscriber);
        alarm.ring();
    }

    Visits visits() {
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
        Tally tally = rounds.tally();
        while (pass(tally)) {
            tally.settle();
            visits.leave();
            if (members.isEmpty() && rounds.retire(this)) {
                return;
            }
            rest();
            begin();
        }
    }

    /// Serves all from the next one on.
    ///
    /// @return false if another thread has taken over
    private boolean pass(Tally tally) {
        long now = rounds.now();
        while (next < members.size()) {
            Subscriber subscriber = members.get(next);
            long rest = subscriber.rests(now);
            if (rest > 0) {
                goOn(rest);
                continue;
            }
            long visit = visits.begin();
            rounds.watchOver();
            long before = rounds.now();
            long pause = rounds.serve(subscriber, tally);
            now = rounds.now();
            long took = now - before;
            if (!visits.end(visit)) {
                tally.settle();
                rounds.stayWith(subscriber);
                return false;
            }
            if (subscriber.gone()) {
                members.remove(next);
                rounds.left(this);
            } else {
                goOn(pause);
            }
            heldUp(took);
        }
        return true;
    }

    private void goOn(long pause) {
        due = Math.min(due, pause);
        next++;
    }

    private void rest() {
        if (due > 0 && arrivals.isEmpty()) {
            alarm.sleep(due);
        }
        if (Thread.interrupted()) {
            // The executor goes down before anybody said why.
            members.forEach(member -> member.end(Ending.SHUTDOWN));
        }
    }

    private void begin() {
        visits.enter();
        alarm.listen();
        for (Subscriber arrived = arrivals.poll(); arrived != null; arrived = arrivals.poll()) {
            members.add(arrived);
        }
        next = 0;
        held = 0;
        due = Subscriber.NOTHING;
    }

    /// Takes over from a walker that has been on the same visit for too long, and walks on.
    void relieve(long visit) {
        if (!visits.end(visit)) {
            return;
        }
        members.remove(next);
        rounds.left(this);
        heldUp(Watch.TOO_LONG);
        walk();
    }

    private void heldUp(long took) {
        held += took < SLOW ? 0 : took;
        if (held > PATIENCE) {
            List<Subscriber> others = members.subList(next, members.size());
            others.forEach(other -> {
                rounds.left(this);
                rounds.goAlone(other);
            });
            others.clear();
        }
    }
}
