package tickertape.tape.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Looks, while rounds are walked, whether one of them is held up by a client that does not take its bytes.
final class StallDetector implements Runnable {

    private static final long INTERVAL = Duration.ofMillis(5).toNanos();
    /// What is waited for one client, before its round walks on without it.
    static final long TOO_LONG = Duration.ofMillis(20).toNanos();

    /// By the clock alone, a client would be blamed for every pause of this machine.
    private static final int SIGHTINGS = 4;

    /// Seen so often, it no longer keeps the other rounds from walking.
    private static final int LENDING = 2;

    /// Between two visits a walker is not seen.
    private static final int IDLE_LOOKS = 4;

    private final Dispatcher rounds;
    private final ShardRegistry places;
    private final WakeupSink alarm = new WakeupSink();
    private volatile boolean dozing;
    private Map<WriterShard, Sighting> sightings = Map.of();

    /// The same visit, seen so often since then.
    private record Sighting(long visit, long since, int times) {
        Sighting again() {
            return new Sighting(visit, since, times + 1);
        }

        boolean tooLong(long now) {
            return times >= SIGHTINGS && now - since >= TOO_LONG;
        }
    }

    StallDetector(Dispatcher rounds, ShardRegistry places) {
        this.rounds = rounds;
        this.places = places;
    }

    /// Says that a visit has begun, by its walker, which can be seen to be under way by now.
    void begin() {
        if (dozing) {
            alarm.ring();
        }
    }

    @Override
    public void run() {
        alarm.wake();
        while (!alarm.isClosed() && !Thread.interrupted()) {
            alarm.listen();
            for (int idle = 0; idle < IDLE_LOOKS; idle = look() ? 0 : idle + 1) {
                alarm.rest(INTERVAL);
            }
            dozing = true;
            // Looked at once more: of a visit that began just before, nobody will say so.
            if (!look() && !alarm.isClosed()) {
                alarm.sleep(Long.MAX_VALUE);
            }
            dozing = false;
        }
    }

    /// @return whether any round is being walked
    private boolean look() {
        long now = rounds.now();
        var seen = new HashMap<WriterShard, Sighting>();
        boolean busy = false;
        for (WriterShard round : places.rounds()) {
            long visit = round.visits().current();
            if (visit != 0) {
                busy = true;
                Sighting last = sightings.get(round);
                Sighting sighting = last != null && last.visit == visit ? last.again() : new Sighting(visit, now, 1);
                if (sighting.tooLong(now)) {
                    rounds.start(() -> round.relieve(visit));
                } else {
                    if (sighting.times == LENDING) {
                        round.visits().lend(visit);
                    }
                    seen.put(round, sighting);
                }
            }
        }
        sightings = seen;
        return busy;
    }

    void close() {
        alarm.close();
    }
}
