package tickertape.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.alerts.AlertSamples.OWNER;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import tickertape.alerts.store.Disclosure;
import tickertape.store.TestDatabase;
import tickertape.store.WakeSignal;

/// What one run of a server sends. It has no threads: the test takes the steps, and says what receivers answer.
final class WebhookNode {

    static final WebhookLimits LIMITS = new WebhookLimits(
            true,
            Duration.ofSeconds(1),
            Duration.ofSeconds(15),
            Duration.ofHours(24),
            Duration.ofMinutes(15),
            8,
            2,
            4,
            5,
            3,
            Duration.ofDays(30));

    final Webhooks webhooks;
    private final TestDatabase database;
    private final Deliveries deliveries;
    private final DeliveryWorker worker;
    private final List<Sender.Message> messages = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> gone = new ArrayList<>();

    /// Who sees prices at once.
    final Set<String> realtime = new HashSet<>(Set.of(OWNER));

    WebhookNode(TestDatabase database) {
        this.database = database;
        var disclosure = new Disclosure(LIMITS.delay(), database.time(), database.time()::nanoTime);
        var secrets = new SecretTable(new SecureRandom());
        var signal = new WakeSignal();
        webhooks = new Webhooks(
                database.database(), secrets, AddressPolicy.allowing(List.of()), LIMITS, database.time(), signal);
        deliveries = new Deliveries(
                database.database(),
                secrets,
                this::send,
                Runnable::run,
                LIMITS,
                new DelayCheck(disclosure, realtime::contains),
                new RetrySchedule(new SplittableRandom(1)),
                database.time(),
                new WebhookCounts(),
                signal,
                (_, alert) -> gone.add(alert));
        worker = new DeliveryWorker(
                database.database(),
                signal,
                deliveries,
                new Housekeeping(database.database(), LIMITS, database.time(), database.time()::nanoTime),
                Thread.ofPlatform().daemon().factory());
    }

    void fired(Connection connection, long first, long last) throws SQLException {
        DeliveryTable.add(connection, first, last, database.time().instant(), LIMITS.delay(), LIMITS.patience());
    }

    private Answer send(Sender.Message message) {
        messages.add(message);
        return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }

    /// What receivers answer, in turn; the last one for ever.
    WebhookNode answers(Answer... next) {
        answers.clear();
        answers.addAll(List.of(next));
        return this;
    }

    /// Sends what is due, and does not yet note what came of it.
    WebhookNode begin() {
        deliveries.begin();
        return this;
    }

    /// Sends what is due, and notes what came of it.
    WebhookNode settle() {
        worker.run();
        worker.run();
        return this;
    }

    WebhookNode pass(Duration time) {
        database.time().pass(time);
        return this;
    }

    List<Sender.Message> messages() {
        return messages;
    }

    Sender.Message first() {
        return messages.getFirst();
    }

    Sender.Message only() {
        assertThat(messages).hasSize(1);
        return messages.getFirst();
    }

    /// The alerts whose receiver is gone.
    List<String> gone() {
        return gone;
    }

    int waiting() {
        return database.execute("UPDATE alerts_delivery SET state = state WHERE state = 'waiting'");
    }
}
