package tickertape.alerts.webhook;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import tickertape.store.Database;
import tickertape.store.DatabaseException;
import tickertape.store.WakeSignal;

/// What is being sent. One thread calls it; others send.
///
/// A row says who may send it until when. So a server that is killed leaves rows that are sent again a minute later,
/// and another server leaves alone what is under way.
final class Deliveries {

    /// So many are looked at for one place.
    private static final int LOOKED_AT = 500;

    private final Database database;
    private final SecretTable secrets;
    private final Sender sender;
    private final Executor senders;
    private final WebhookLimits limits;
    private final DelayCheck delays;
    private final RetrySchedule schedule;
    private final InstantSource clock;
    private final WebhookCounts counts;
    private final WakeSignal signal;
    private final BiConsumer<String, String> goneListener;
    private final Places places;

    /// As many as there are places, at most.
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();

    private record Sent(Delivery delivery, Answer answer) {}

    /// @param senders runs what waits for receivers, and may refuse
    /// @param goneListener is told owners and alerts whose receiver is gone
    Deliveries(
            Database database,
            SecretTable secrets,
            Sender sender,
            Executor senders,
            WebhookLimits limits,
            DelayCheck delays,
            RetrySchedule schedule,
            InstantSource clock,
            WebhookCounts counts,
            WakeSignal signal,
            BiConsumer<String, String> goneListener) {
        this.database = database;
        this.secrets = secrets;
        this.sender = sender;
        this.senders = senders;
        this.limits = limits;
        this.delays = delays;
        this.schedule = schedule;
        this.clock = clock;
        this.counts = counts;
        this.signal = signal;
        this.goneListener = goneListener;
        this.places = new Places(limits);
    }

    /// Writes what has come of what was sent. Throws `DatabaseException`; then it is written next time.
    void note() {
        for (Sent next = sent.peek(); next != null; next = sent.peek()) {
            Sent each = next;
            List<String> gone = written(each);
            var _ = sent.poll();
            places.release(each.delivery());
            counts.released();
            gone.forEach(alert -> goneListener.accept(each.delivery().owner(), alert));
        }
    }

    private List<String> written(Sent each) {
        try {
            return database.transaction(connection -> write(connection, each));
        } catch (DatabaseException e) {
            if (e.isRetryable()) {
                throw e;
            }
            // One bad row must not hold up the others: it is sent again when its claim has ended.
            counts.broken(e);
            return List.of();
        }
    }

    /// @return the alerts whose receiver is gone
    private List<String> write(Connection connection, Sent each) throws SQLException {
        Delivery delivery = each.delivery();
        Instant now = clock.instant();
        return switch (each.answer()) {
            case Answer.Status status -> answered(connection, delivery, status, now);
            case Answer.Failure(String reason) -> {
                fail(connection, delivery, 0, reason, Duration.ZERO, now);
                yield List.of();
            }
        };
    }

    private List<String> answered(Connection connection, Delivery delivery, Answer.Status status, Instant now)
            throws SQLException {
        if (status.isSuccess()) {
            DeliveryTable.delete(connection, delivery);
            counts.delivered();
            return List.of();
        }
        if (status.isGone()) {
            // In the order in which requests change these tables, so that nobody waits for one another.
            List<String> gone = WebhookTable.turnOff(
                    connection, delivery.owner(), delivery.url().uri().toString(), now);
            DeliveryTable.giveUp(connection, delivery, status.code(), status.inWords(), now);
            counts.dead();
            return gone;
        }
        fail(connection, delivery, status.code(), status.inWords(), status.pause(), now);
        return List.of();
    }

    private void fail(Connection connection, Delivery delivery, int status, String reason, Duration least, Instant now)
            throws SQLException {
        boolean isDead = !now.isBefore(delivery.giveUp());
        Duration usual = schedule.after(delivery.attempts());
        Duration left = Duration.between(now, delivery.giveUp());
        // However long it has to wait, it is tried once more at the end.
        Duration wait = shorter(usual.compareTo(least) < 0 ? least : usual, left);
        DeliveryTable.fail(connection, delivery, isDead, status, reason, isDead ? now : now.plus(wait));
        if (isDead) {
            counts.dead();
        } else {
            counts.failed();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /// Sends what is due, as far as there are places. Throws `DatabaseException`.
    void begin() {
        if (places.free() <= 0) {
            return;
        }
        Instant now = clock.instant();
        List<Delivery> due = due(now);
        if (due.isEmpty()) {
            return;
        }
        List<Delivery> chosen = due.stream()
                // Who has the fewest under way comes first.
                .sorted(Comparator.comparingLong(delivery -> places.of(delivery.owner()) + delivery.place()))
                .filter(places::take)
                .toList();
        Map<Delivery, List<WebhookSecret>> claimed = Map.of();
        try {
            claimed = database.transaction(connection -> claim(connection, chosen, now));
        } finally {
            chosen.stream().filter(not(claimed)).forEach(places::release);
        }
        claimed.forEach(this::send);
    }

    /// What is due, and not too early for its owner.
    private List<Delivery> due(Instant now) {
        List<Delivery> due = database.query(
                connection -> DeliveryTable.due(connection, now, limits.ofOwner(), limits.ofHost() * 2, LOOKED_AT));
        Map<Delivery, Duration> early = delays.early(due);
        if (early.isEmpty()) {
            return due;
        }
        var _ = database.transaction(connection -> postpone(connection, early, now));
        return due.stream().filter(delivery -> !early.containsKey(delivery)).toList();
    }

    private int postpone(Connection connection, Map<Delivery, Duration> early, Instant now) throws SQLException {
        for (var each : early.entrySet()) {
            Instant due = now.plus(each.getValue());
            DeliveryTable.postpone(connection, each.getKey(), due, due.plus(limits.patience()));
        }
        return early.size();
    }

    private static Predicate<Delivery> not(Map<Delivery, List<WebhookSecret>> claimed) {
        List<String> ids = claimed.keySet().stream().map(Delivery::id).toList();
        return delivery -> !ids.contains(delivery.id());
    }

    private Map<Delivery, List<WebhookSecret>> claim(Connection connection, List<Delivery> chosen, Instant now)
            throws SQLException {
        Instant until = now.plus(limits.claim());
        var signing = new HashMap<String, List<WebhookSecret>>();
        var claimed = new HashMap<Delivery, List<WebhookSecret>>();
        for (Delivery delivery : chosen) {
            if (DeliveryTable.claim(connection, delivery, until, now)) {
                String owner = delivery.owner();
                if (!signing.containsKey(owner)) {
                    signing.put(owner, secrets.of(connection, owner, now).at(now));
                }
                claimed.put(delivery.claimedUntil(until), signing.getOrDefault(owner, List.of()));
            }
        }
        return claimed;
    }

    private void send(Delivery delivery, List<WebhookSecret> signing) {
        counts.taken();
        try {
            senders.execute(() -> {
                sent.add(new Sent(delivery, attempt(delivery, signing)));
                signal.wake();
            });
        } catch (RejectedExecutionException ending) {
            sent.add(new Sent(delivery, new Answer.Failure("the server was stopped meanwhile")));
        }
    }

    private Answer attempt(Delivery delivery, List<WebhookSecret> signing) {
        try {
            long timestamp = clock.instant().getEpochSecond();
            String body = EventBody.of(delivery);
            var signatures = new ArrayList<String>();
            signing.forEach(secret -> signatures.add(secret.sign(delivery.id(), timestamp, body)));
            return sender.send(new Sender.Message(delivery.url().uri(), delivery.id(), timestamp, signatures, body));
        } catch (RuntimeException | Error failure) {
            // Or its place would never be free again.
            counts.broken(failure);
            return new Answer.Failure("this server failed at it");
        }
    }
}
