package tickertape.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.alerts.AlertSamples.ALWAYS;
import static tickertape.alerts.AlertSamples.OWNER;
import static tickertape.alerts.AlertSamples.above;
import static tickertape.alerts.AlertSamples.alert;
import static tickertape.alerts.AlertSamples.quote;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tickertape.alerts.store.Node;
import tickertape.alerts.webhook.Answer.Status;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;

/// Tests with alerts that have webhooks.
abstract class DeliveryScenario {

    static final String URL = "https://bot.example/alerts";
    static final Duration DAY = Duration.ofHours(24);
    static final Status OK = new Status(204, Duration.ZERO);
    static final Status BROKEN = new Status(500, Duration.ZERO);

    TestDatabase database;
    WebhookNode hooks;
    Node alerts;

    /// Which database it is.
    Dialect dialect() {
        return Dialect.H2;
    }

    @BeforeEach
    void open() {
        database = TestDatabase.of(dialect(), "alerts");
        hooks = new WebhookNode(database);
        alerts = new Node(database, hooks::fired).settle();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    void add(String id, String url) {
        assertThat(alerts.store.add(
                        alert(id, above("101.00"), ALWAYS), hooks.webhooks.setting(OWNER, id, Optional.of(url), false)))
                .isTrue();
        alerts.settle();
    }

    void fire() {
        database.time().pass(ALWAYS.pause());
        alerts.tick(quote("100.00")).settle().tick(quote("101.00")).settle();
    }

    void addAndFire(String id) {
        add(id, URL);
        fire();
    }

    List<DeadLetter> dead() {
        return hooks.webhooks.dead(OWNER);
    }
}
