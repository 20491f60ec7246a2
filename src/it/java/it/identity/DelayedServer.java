package it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.Issuer;
import it.LibertyServer;
import it.ServerDirectory;
import it.extension.SampleWar;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A server that plays a [RisingMarket], late for who has no right to see it at once.
///
/// @param topics all that it announces for everybody
/// @param intervals all lengths of candles
public record DelayedServer(
        LibertyServer server, Issuer issuer, RisingMarket market, Set<String> topics, Set<String> intervals)
        implements AutoCloseable {

    /// How many an account may have.
    static final int STREAMS = 4;

    public static DelayedServer start(Duration delay) {
        Issuer issuer = Issuer.start();
        LibertyServer server = LibertyServer.start(
                SampleWar.build(),
                Map.of(
                        "FEED_SOURCE",
                        "replay",
                        "REPLAY_FILE",
                        RisingMarket.write(ServerDirectory.temporary("rising-")).toString(),
                        "QUOTES_DELAY",
                        delay.toString(),
                        "IDENTITY_JWT_ISSUER",
                        issuer.id(),
                        "IDENTITY_JWT_AUDIENCE",
                        Issuer.AUDIENCE,
                        "COMMENTARY_PACE",
                        "PT1S",
                        "ALERTS_WEBHOOKS_ALLOW",
                        "127.0.0.1",
                        "STREAM_SUBSCRIBERS_PER_ACCOUNT",
                        Integer.toString(STREAMS)));
        var market = new RisingMarket(EventStream.open(
                server.uri("api/stream?topic=trade"),
                robot(server, issuer, "realtime").credential()));
        // What was published before somebody looked is old enough then.
        await().until(() -> market.sees(delay));
        List<JsonObject> announced = announced(server);
        return new DelayedServer(
                server,
                issuer,
                market,
                announced.stream()
                        .filter(topic -> topic.getString("audience").equals("all"))
                        .map(topic -> topic.getString("name"))
                        .collect(Collectors.toSet()),
                announced.stream()
                        .filter(topic -> topic.containsKey("choice")
                                && topic.getJsonObject("choice")
                                        .getString("parameter")
                                        .equals("interval"))
                        .flatMap(topic -> topic.getJsonObject("choice").getJsonArray("values").stream())
                        .map(value -> value.toString().replace("\"", ""))
                        .collect(Collectors.toSet()));
    }

    private static List<JsonObject> announced(LibertyServer server) {
        try (var stream = EventStream.open(server.uri("api/stream?topic=status"))) {
            List<JsonObject> topics =
                    stream.next("hello").json().getJsonArray("topics").getValuesAs(JsonObject.class);
            assertThat(topics)
                    .extracting(topic -> topic.getString("name"))
                    .contains("quote", "trade", "status", "candle", "commentary", "answer", "memo", "dictation");
            return topics;
        }
    }

    public URI root() {
        return server.uri();
    }

    /// A service with a right.
    public Member robot(String right) {
        return robot(server, issuer, right);
    }

    /// Whom the issuer gives a token now.
    ///
    /// @param scopes what it is good for
    public Member robot(String subject, String scopes, String... rights) {
        JsonObject claims = issuer.claims(subject, scopes)
                .add("roles", Json.createArrayBuilder(List.of(rights)))
                .build();
        return Member.robot(server.uri(), issuer.key().sign(claims));
    }

    private static Member robot(LibertyServer server, Issuer issuer, String right) {
        JsonObject claims = issuer.claims(right, "read trade")
                .add("roles", Json.createArrayBuilder().add(right))
                .build();
        return Member.robot(server.uri(), issuer.key().sign(claims));
    }

    @Override
    public void close() {
        market.close();
        server.close();
    }
}
