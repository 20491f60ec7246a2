package it.alerts;

import static it.alerts.AlertRequests.alert;
import static it.alerts.AlertRequests.created;
import static it.alerts.AlertRequests.list;
import static it.alerts.AlertRequests.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.LibertyServer;
import it.identity.Member;
import it.store.PostgresServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Alerts in PostgreSQL, which two servers share.
class PostgresAlertsIT extends AlertsOnServer {

    @AutoClose
    private static PostgresServer postgres;

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        postgres = new PostgresServer();
        postgres.start();
        server = LibertyServer.start(settings(database()));
    }

    private static Map<String, String> database() {
        return Map.of(
                "DATABASE_URL",
                postgres.url(postgres.port()),
                "DATABASE_USER",
                postgres.user(),
                "ALERTS_WEBHOOKS_ALLOW",
                "127.0.0.1");
    }

    @Override
    LibertyServer server() {
        return server;
    }

    @Test
    @Order(6)
    void alertOfTwoServersFiresOnceAndIsTheSameOnBoth() {
        try (var other = LibertyServer.start(settings(database()))) {
            Member owner = Member.signUp(server.uri(), Member.name());
            Member there = owner.at(other.uri());
            try (EventStream one = owner.stream("topic=alert");
                    EventStream two = there.stream("topic=alert")) {
                one.next("hello");
                two.next("hello");
                var ids = new HashMap<String, String>();
                Stream.of(soon(server), soon(other))
                        .map(level -> created(owner, alert(price("above", level.max(soon(server))))))
                        .forEach(alert -> ids.put(alert.getString("id") + "-1", alert.getString("id")));

                List<String> first = ids(one.next("alert"), one.next("alert"));
                List<String> second = ids(two.next("alert"), two.next("alert"));

                assertThat(first).containsExactlyInAnyOrderElementsOf(ids.keySet());
                assertThat(second).containsExactlyInAnyOrderElementsOf(ids.keySet());
                assertThat(list(owner, "api/alerts/fired")).hasSize(2);
                assertThat(one.soFar()).noneMatch(event -> event.is("alert"));
                assertThat(two.soFar()).noneMatch(event -> event.is("alert"));
            }
        }
    }

    private static List<String> ids(Event... events) {
        return Stream.of(events)
                .map(Event::json)
                .map((JsonObject firing) -> firing.getString("id"))
                .toList();
    }

    @Test
    @Order(7)
    void alertsGoWithTheirAccount() throws SQLException {
        Member owner = Member.signUp(server.uri(), Member.name());
        String id = owner.session().getString("id");
        created(
                owner,
                Json.createObjectBuilder(alert(price("above", soon(server))))
                        .add("webhook", "http://127.0.0.1:9/")
                        .build());
        // The alert, the webhook, its secret, the firing and what is to be sent.
        await().until(() -> rows(id) == 5);

        assertThat(owner.delete("api/account").statusCode()).isEqualTo(204);

        assertThat(rows(id)).isZero();
    }

    private static int rows(String owner) throws SQLException {
        try (Connection connection = postgres.connect();
                var statement = connection.prepareStatement(
                        Stream.of("alert", "firing", "webhook", "webhook_secret", "delivery")
                                .map("(SELECT COUNT(*) FROM alerts_%s WHERE owner = ?)"::formatted)
                                .collect(Collectors.joining(" + ", "SELECT ", "")))) {
            for (int i = 1; i <= 5; i++) {
                statement.setString(i, owner);
            }
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }
}
