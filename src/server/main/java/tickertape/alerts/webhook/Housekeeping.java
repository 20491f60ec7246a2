package tickertape.alerts.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.LongSupplier;
import tickertape.store.Database;

/// Keeps the tables small, and counts what is in them. One thread calls it; any thread reads the counts.
final class Housekeeping {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    /// A clock that is behind by more was set back.
    private static final Duration DRIFT = Duration.ofSeconds(1);

    private final Database database;
    private final WebhookLimits limits;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private volatile Map<String, Long> counts = Map.of();
    private long done;
    private Instant last;

    /// @param nanoTime a monotonic clock
    Housekeeping(Database database, WebhookLimits limits, InstantSource clock, LongSupplier nanoTime) {
        this.database = database;
        this.limits = limits;
        this.clock = clock;
        this.nanoTime = nanoTime;
        done = nanoTime.getAsLong() - PAUSE.toNanos();
        last = clock.instant().minus(PAUSE);
    }

    /// Does what is to do, if it is time.
    void run() {
        long now = nanoTime.getAsLong();
        if (now - done < PAUSE.toNanos()) {
            return;
        }
        Instant time = clock.instant();
        Duration back = Duration.between(time, last.plusNanos(now - done));
        done = now;
        last = time;
        counts = database.transaction(connection -> {
            Map<String, Long> before = DeadLetterTable.count(connection);
            if (!before.isEmpty()) {
                Instant latest =
                        time.plus(limits.patience()).plus(limits.delay()).plus(limits.claim());
                if (back.compareTo(DRIFT) > 0) {
                    DeadLetterTable.advance(connection, back);
                }
                DeadLetterTable.hasten(connection, latest, time.plus(limits.delay()));
                DeadLetterTable.relieve(connection, limits.waiting(), time);
                DeadLetterTable.prune(connection, limits.dead(), time.minus(limits.kept()));
            }
            return before;
        });
    }

    /// How many wait to be sent, those under way among them.
    long waiting() {
        return counts.getOrDefault("waiting", 0L);
    }

    /// How many could not be sent.
    long dead() {
        return counts.getOrDefault("dead", 0L);
    }
}
