package it.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.Http;
import it.Instruments;
import it.LibertyServer;
import it.Quotes;
import it.identity.Member;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Alerts that any server takes are watched by the one that leads, and each fires once, whoever is killed.
class ClusterAlertsIT {

    /// Of each symbol one of two alerts fires with the next price.
    private static final int SYMBOLS = 10;

    @Test
    void eachAlertFiresOnceThoughTheServerThatLeadsIsKilled() {
        try (var cluster = new Cluster(
                2,
                Map.of(
                        "FEATURES_OFF", "chat,commentary,trading",
                        "ALERTS_PER_USER", "1000",
                        "ALERTS_KEPT", "1000",
                        "REST_WRITES_PER_MINUTE", "10000"))) {
            LibertyServer leader = cluster.leader();
            LibertyServer other = cluster.others(leader).getFirst();
            Member owner = Member.signUp(other.uri(), Member.name());
            Set<String> heard = new HashSet<>();
            try (EventStream stream = owner.stream("topic=alert")) {
                stream.next("hello");
                assertThat(watch(owner, other)).isPositive();
                hear(stream, heard, SYMBOLS / 2);
                // Those that it takes are found at the other one, too.
                assertThat(ids(owner.at(leader.uri()), "api/alerts")).isEqualTo(ids(owner, "api/alerts"));

                leader.kill();
                watch(owner, other);
                Cluster.leader(List.of(other));
                watch(owner, other);
                hear(stream, heard, heard.size() + SYMBOLS / 2);

                leader.startAgain();
                Cluster.awaitTouch(leader);
                watch(owner.at(leader.uri()), leader);
                hear(stream, heard, heard.size() + SYMBOLS / 2);
                // What has fired is told, each once, and to be found at any server.
                await().untilAsserted(() -> {
                    hear(stream, heard, heard.size());
                    assertThat(ids(owner, "api/alerts/fired?limit=500")).isEqualTo(heard);
                });
                assertThat(ids(owner.at(leader.uri()), "api/alerts/fired?limit=500"))
                        .containsAll(heard);
            }
        }
    }

    /// Alerts a bit above and a bit below each price; returns how many were taken. A price that moves meanwhile makes
    /// no sense of some.
    private static int watch(Member owner, LibertyServer server) {
        await().until(() -> Http.answers(200, server.uri("api/quotes")));
        int taken = 0;
        for (JsonObject quote : Quotes.atRest(server.uri()).getValuesAs(JsonObject.class)) {
            BigDecimal last = quote.getJsonNumber("last").bigDecimalValue();
            BigDecimal step = last.ulp();
            taken += add(owner, quote.getString("symbol"), "above", last.add(step));
            taken += add(owner, quote.getString("symbol"), "below", last.subtract(step));
        }
        return taken;
    }

    private static int add(Member owner, String symbol, String direction, BigDecimal price) {
        JsonObject alert = Json.createObjectBuilder()
                .add("symbol", symbol)
                .add(
                        "condition",
                        Json.createObjectBuilder()
                                .add("type", "price")
                                .add("of", "last")
                                .add("direction", direction)
                                .add("price", price))
                .build();
        HttpResponse<String> response = owner.post("api/alerts", alert);
        assertThat(response.statusCode()).as(response.body()).isIn(201, 400);
        return response.statusCode() == 201 ? 1 : 0;
    }

    /// Reads until so many firings were heard, and whatever else has come; none comes twice.
    private static void hear(EventStream stream, Set<String> heard, int count) {
        var more = new ArrayList<String>();
        while (heard.size() + more.size() < count) {
            more.add(stream.next("alert").json().getString("id"));
        }
        stream.soFar().stream()
                .filter(event -> event.is("alert"))
                .map(event -> event.json().getString("id"))
                .forEach(more::add);
        assertThat(more).allMatch(heard::add);
    }

    private static Set<String> ids(Member member, String path) {
        HttpResponse<String> response = member.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        Set<String> ids = new HashSet<>();
        for (JsonValue one : Instruments.array(response.body())) {
            ids.add(one.asJsonObject().getString("id"));
        }
        return ids;
    }
}
