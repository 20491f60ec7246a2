package it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.alerts.Receiver;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Where prices are late for some, an alert is found at the prices of now, and told when those are old enough.
class AlertDelayIT {

    private static final Duration DELAY = Duration.ofSeconds(3);

    @AutoClose
    private static final DelayedServer SERVER = DelayedServer.start(DELAY);

    @AutoClose
    private static final Receiver RECEIVER = new Receiver("127.0.0.1");

    private static final URI ROOT = SERVER.root();
    private static final RisingMarket MARKET = SERVER.market();
    private static final Member TRADER = SERVER.robot("realtime");
    private static final Member USER = Member.signUp(ROOT, Member.name());

    private static EventStream stream(Member member) {
        return EventStream.open(ROOT.resolve("api/stream?topic=alert"), member.credential());
    }

    private static String all(HttpResponse<String> response) {
        return response.headers().map() + "\n" + response.body();
    }

    @Test
    void alertTellsNothingTooEarly() {
        try (var late = stream(USER);
                var now = stream(TRADER)) {
            late.next("hello");
            now.next("hello");
            for (Member member : List.of(USER, TRADER)) {
                assertThat(member.post("api/alerts", rise()).statusCode()).isEqualTo(201);
            }
            assertThat(MARKET.isNew(now.next("alert").toString(), DELAY)).isTrue();
            assertThat(TRADER.get("api/alerts").body()).contains("\"state\":\"fired\"");
            assertThat(USER.get("api/alerts").body()).contains("\"state\":\"armed\"");
            await().pollInterval(Duration.ofMillis(50)).until(() -> {
                String fired = all(USER.get("api/alerts/fired"));
                MARKET.saw("alerts that have fired", fired);
                MARKET.saw("alerts", all(USER.get("api/alerts")));
                return MARKET.tells(fired);
            });
            assertThat(USER.get("api/alerts").body()).contains("\"state\":\"fired\"");
            MARKET.saw("alert on the stream", late.next("alert").toString());
        }

        assertThat(MARKET.tooEarly(DELAY)).isEmpty();
    }

    @Test
    void refusalOfAnAlertThatIsMetTellsNothingTooEarly() {
        String refused = all(USER.post(
                "api/alerts",
                condition(Json.createObjectBuilder()
                        .add("type", "price")
                        .add("of", "last")
                        .add("direction", "above")
                        .add("price", BigDecimal.ONE))));

        assertThat(MARKET.tells(refused)).as(refused).isTrue();
        MARKET.saw("refusal of an alert", refused);
        assertThat(MARKET.tooEarly(DELAY)).isEmpty();
    }

    /// A hundred alerts, one above the other, would tell the price by how many still wait.
    @Test
    void metricsAndHealthTellNoCountsToWhoSeesPricesLate() {
        assertThat(new Member(ROOT).get("metrics").statusCode()).isEqualTo(401);
        assertThat(USER.get("metrics").statusCode()).isEqualTo(403);
        assertThat(TRADER.get("metrics").body()).contains("tickertape_alerts_watched");
        assertThat(USER.get("health").body())
                .contains("\"alerts\"", "\"commentary\"", "\"database\"", "\"feed\"")
                .doesNotContain("watched", "waiting", "writing", "dropped", "stale", "quotes", "lost");
    }

    @Test
    void webhooksFollowTheRightOfTheirOwnerAndTheScopeOfWhoSetThem() {
        Member owner = SERVER.robot("owner", "read trade", "realtime");
        Member narrow = SERVER.robot("owner", "trade", "realtime");
        String changed = created(owner, rise());
        JsonObject change =
                Json.createObjectBuilder(webhook("changed")).add("active", true).build();
        assertThat(narrow.send("PATCH", "api/alerts/" + changed, Optional.of(change))
                        .statusCode())
                .isEqualTo(200);
        created(narrow, "narrow");
        created(owner, "early");
        assertThat(isEarly("early")).isTrue();
        assertThat(isEarly("narrow")).isFalse();
        assertThat(isEarly("changed")).isFalse();

        // The token from before is good until its end, but no longer the issuer's last word.
        SERVER.robot("owner", "read trade").get("api/session");
        created(owner, "lost");
        assertThat(isEarly("lost")).isFalse();
    }

    private static boolean isEarly(String path) {
        await(path).until(() -> !RECEIVER.calls(path).isEmpty());
        Receiver.Call call = RECEIVER.calls(path).getLast();
        return Instant.parse(call.json().getString("timestamp")).plus(DELAY).isAfter(call.time());
    }

    @Test
    void deadLetterIsSeenWhenItsFiringMayBe() {
        Member owner = SERVER.robot("unlucky", "read trade", "realtime");
        Member late = SERVER.robot("unlucky", "read trade");
        created(owner, "gone");
        await().until(() -> !owner.get("api/alerts/dead-letters").body().equals("[]"));

        String letter = "api/alerts/dead-letters/"
                + owner.get("api/alerts/dead-letters").body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(late.get("api/alerts/dead-letters").body()).isEqualTo("[]");
        assertThat(late.delete(letter).statusCode()).isEqualTo(404);
        await().until(() -> !late.get("api/alerts/dead-letters").body().equals("[]"));
        assertThat(late.delete(letter).statusCode()).isEqualTo(204);
    }

    private static void created(Member member, String path) {
        created(
                member,
                Json.createObjectBuilder(rise())
                        .addAll(Json.createObjectBuilder(webhook(path)))
                        .build());
    }

    private static String created(Member member, JsonObject alert) {
        HttpResponse<String> created = member.post("api/alerts", alert);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return Member.json(created).getString("id");
    }

    private static JsonObject webhook(String path) {
        return Json.createObjectBuilder().add("webhook", RECEIVER.uri(path)).build();
    }

    /// It says no price itself.
    private static JsonObject rise() {
        return condition(Json.createObjectBuilder()
                .add("type", "move")
                .add("percent", new BigDecimal("0.01"))
                .add("direction", "up")
                .add("within", "PT1M"));
    }

    private static JsonObject condition(JsonObjectBuilder condition) {
        return Json.createObjectBuilder()
                .add("symbol", RisingMarket.SYMBOL)
                .add("condition", condition)
                .build();
    }
}
