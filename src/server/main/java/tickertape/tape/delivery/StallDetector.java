package tickertape.tape.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Finds the shards whose thread is held up by a client that does not take its bytes, while there is writing.
final class StallDetector implements Runnable {

    private static final long INTERVAL = Duration.ofMillis(5).toNanos();
    /// How long a shard waits for one client before it goes on without it.
    static final long TOO_LONG = Duration.ofMillis(20).toNanos();

    /// By the clock alone, a client would be blamed for every pause of this machine.
    private static final int SIGHTINGS = 4;

    /// A write that was seen so often no longer keeps other shards from writing.
    private static final int LENDING = 2;

    /// Between two writes a shard does not look busy: so many looks must find none before this thread sleeps.
    private static final int IDLE_LOOKS = 4;

    private final Dispatcher dispatcher;
    private final ShardRegistry shards;
    private final WakeupSink wakeup = new WakeupSink();
    private volatile boolean sleeping;
    private Map<WriterShard, Sighting> sightings = Map.of();

    /// A write under way, seen `times` times since then.
    private record Sighting(long write, long since, int times) {
        Sighting again() {
            return new Sighting(write, since, times + 1);
        }

        boolean tooLong(long now) {
            return times >= SIGHTINGS && now - since >= TOO_LONG;
        }
    }

    StallDetector(Dispatcher dispatcher, ShardRegistry shards) {
        this.dispatcher = dispatcher;
        this.shards = shards;
    }

    /// Called by a shard's thread when it has begun to write, and that can be seen.
    void writeBegan() {
        if (sleeping) {
            wakeup.wake();
        }
    }

    @Override
    public void run() {
        wakeup.attach();
        while (!wakeup.isClosed() && !Thread.interrupted()) {
            wakeup.clear();
            for (int idle = 0; idle < IDLE_LOOKS; idle = look() ? 0 : idle + 1) {
                wakeup.pause(INTERVAL);
            }
            sleeping = true;
            // Look once more: nobody announces a write that began just before.
            if (!look() && !wakeup.isClosed()) {
                wakeup.await(Long.MAX_VALUE);
            }
            sleeping = false;
        }
    }

    /// @return whether any shard is writing
    private boolean look() {
        long now = dispatcher.now();
        var seen = new HashMap<WriterShard, Sighting>();
        boolean busy = false;
        for (WriterShard shard : shards.all()) {
            long write = shard.lease().current();
            if (write != 0) {
                busy = true;
                Sighting last = sightings.get(shard);
                Sighting sighting = last != null && last.write == write ? last.again() : new Sighting(write, now, 1);
                if (sighting.tooLong(now)) {
                    dispatcher.execute(() -> shard.takeOver(write));
                } else {
                    if (sighting.times == LENDING) {
                        shard.lease().lend(write);
                    }
                    seen.put(shard, sighting);
                }
            }
        }
        sightings = seen;
        return busy;
    }

    void close() {
        wakeup.close();
    }
}
