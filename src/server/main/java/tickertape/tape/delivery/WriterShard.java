package tickertape.tape.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tickertape.tape.metrics.LocalCounters;
import tickertape.tape.sse.GoodbyeReason;

/// Up to a few hundred subscribers that keep up, written to one after the other by one thread.
///
/// When a client holds that thread up, another thread ends the write and goes on in its place, while the first
/// stays behind with that client. So whatever is not volatile here is touched by one thread at a time, and
/// [WriteLease] hands it over.
final class WriterShard implements Runnable {

    /// A write that takes longer waits for its client: by then a thread that was only preempted runs again.
    private static final long SLOW = Duration.ofMillis(5).toNanos();

    /// When slow writes take longer than this in one pass, the rest of the subscribers no longer wait for their
    /// turn.
    private static final long SLOW_IN_ALL = Duration.ofMillis(50).toNanos();

    private final Dispatcher dispatcher;
    private final ShardRegistry shards;
    private final WakeupSink wakeup = new WakeupSink();
    private final Queue<Subscriber> arrivals = new ConcurrentLinkedQueue<>();
    private final WriteLease lease;

    private final List<Subscriber> members = new ArrayList<>();

    /// The member that is served next in this pass.
    private int next;

    /// After how many nanoseconds the first of those served in this pass wants to be served again.
    private long due;

    /// How long slow writes took in this pass.
    private long slow;

    WriterShard(Dispatcher dispatcher, ShardRegistry shards, WriterPermits permits) {
        this.dispatcher = dispatcher;
        this.shards = shards;
        this.lease = new WriteLease(permits);
    }

    WakeupSink wakeup() {
        return wakeup;
    }

    WriteLease lease() {
        return lease;
    }

    /// Any thread may add a subscriber.
    void add(Subscriber subscriber) {
        subscriber.wokenBy(wakeup);
        arrivals.add(subscriber);
        wakeup.wake();
    }

    @Override
    public void run() {
        beginPass();
        runPasses();
    }

    private void runPasses() {
        wakeup.attach();
        // Of this thread, not of the shard: a thread that stays behind with a client goes on counting.
        LocalCounters counters = dispatcher.counters();
        while (pass(counters)) {
            counters.flush();
            lease.release();
            if (members.isEmpty() && shards.retire(this)) {
                return;
            }
            sleep();
            beginPass();
        }
    }

    private void beginPass() {
        lease.acquire();
        wakeup.clear();
        for (Subscriber arrived = arrivals.poll(); arrived != null; arrived = arrivals.poll()) {
            members.add(arrived);
        }
        next = 0;
        due = Subscriber.NOTHING;
        slow = 0;
    }

    /// Serves all members from the next one on, and skips those that need nothing.
    ///
    /// @return false if another thread has taken over
    private boolean pass(LocalCounters counters) {
        long now = dispatcher.now();
        while (next < members.size()) {
            Subscriber subscriber = members.get(next);
            long idle = subscriber.idle(now);
            if (idle > 0) {
                done(idle);
                continue;
            }
            long write = lease.begin();
            dispatcher.watch();
            long before = dispatcher.now();
            long pause = dispatcher.serve(subscriber, counters);
            now = dispatcher.now();
            if (!lease.end(write)) {
                counters.flush();
                dispatcher.serveAlone(subscriber);
                return false;
            }
            if (subscriber.gone()) {
                removeNext();
            } else {
                done(pause);
            }
            heldUp(now - before);
        }
        return true;
    }

    /// The next member is done in this pass, and wants to be served again after so many nanoseconds.
    private void done(long pause) {
        due = Math.min(due, pause);
        next++;
    }

    private void removeNext() {
        members.remove(next);
        shards.leave(this);
    }

    private void sleep() {
        if (due > 0 && arrivals.isEmpty()) {
            wakeup.await(due);
        }
        if (Thread.interrupted()) {
            // The executor goes down before anybody gave the reason.
            members.forEach(member -> member.end(GoodbyeReason.SHUTDOWN));
        }
    }

    /// Goes on in place of a thread that has been at the same write for too long.
    void takeOver(long write) {
        if (!lease.end(write)) {
            return;
        }
        removeNext();
        heldUp(StallDetector.TOO_LONG);
        runPasses();
    }

    private void heldUp(long took) {
        slow += took < SLOW ? 0 : took;
        if (slow > SLOW_IN_ALL) {
            List<Subscriber> rest = members.subList(next, members.size());
            List<Subscriber> waiting = List.copyOf(rest);
            rest.clear();
            waiting.forEach(other -> {
                shards.leave(this);
                dispatcher.separate(other);
            });
        }
    }
}
