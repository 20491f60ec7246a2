package tickertape.tape.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import tickertape.tape.wire.Ending;

/// Some dozens of clients that keep up, served one after the other by one thread, the walker.
///
/// Each visit to a client has an odd number, and the time between two visits an even one. Who moves the number on from
/// an odd one decides who walks on: the walker when the client is served, or [#relieve], when that takes too long. The
/// old walker then stays behind with its client, and a new one has all the others. So whatever is not volatile here is
/// touched by one thread at a time, and the number hands it over.
final class Round implements Runnable {

    /// So many clients that hold up one pass, and the rest of them are not served in turn any more.
    private static final int PATIENCE = 2;

    private final Rounds rounds;
    private final Alarm alarm = new Alarm();
    private final Queue<Subscriber> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicLong visit = new AtomicLong();

    private final List<Subscriber> members = new ArrayList<>();
    private int next;
    private long due = Subscriber.NOTHING;
    private int holdUps;

    /// How many belong here; guarded by the lock of [Rounds].
    int places;

    Round(Rounds rounds) {
        this.rounds = rounds;
    }

    Alarm alarm() {
        return alarm;
    }

    void arrive(Subscriber subscriber) {
        arrivals.add(subscriber);
        alarm.ring();
    }

    @Override
    public void run() {
        alarm.wake();
        while (pass() && !(members.isEmpty() && rounds.retire(this))) {
            rest();
            begin();
        }
    }

    /// Serves all from the next one on.
    ///
    /// @return false if another thread has taken over
    private boolean pass() {
        while (next < members.size()) {
            Subscriber subscriber = members.get(next);
            long number = visit.incrementAndGet();
            long pause = rounds.serve(subscriber);
            if (!visit.compareAndSet(number, number + 1)) {
                rounds.stayWith(subscriber);
                return false;
            }
            if (subscriber.gone()) {
                members.remove(next);
                rounds.left(this);
            } else {
                due = Math.min(due, pause);
                next++;
            }
        }
        return true;
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
        alarm.listen();
        for (Subscriber arrived = arrivals.poll(); arrived != null; arrived = arrivals.poll()) {
            members.add(arrived);
        }
        next = 0;
        holdUps = 0;
        due = Subscriber.NOTHING;
    }

    /// The number of the visit that is being made, or of the time since the last one.
    long visit() {
        return visit.get();
    }

    static boolean isUnderWay(long visit) {
        return visit % 2 != 0;
    }

    /// Takes over from a walker that has been on the same visit for too long, and walks on.
    void relieve(long number) {
        if (!visit.compareAndSet(number, number + 1)) {
            return;
        }
        members.remove(next);
        rounds.left(this);
        holdUps++;
        if (holdUps >= PATIENCE) {
            List<Subscriber> others = members.subList(next, members.size());
            others.forEach(other -> {
                rounds.left(this);
                rounds.goAlone(other);
            });
            others.clear();
        }
        run();
    }
}
