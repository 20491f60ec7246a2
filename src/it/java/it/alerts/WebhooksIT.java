package it.alerts;

import static it.alerts.AlertRequests.SCHEMAS;
import static it.alerts.AlertRequests.alert;
import static it.alerts.AlertRequests.change;
import static it.alerts.AlertRequests.created;
import static it.alerts.AlertRequests.list;
import static it.alerts.AlertRequests.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Http;
import it.LibertyServer;
import it.identity.Member;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Services are told what has fired, whatever they answer and whatever happens to the server; and nobody is called who
/// must not be.
class WebhooksIT {

    @AutoClose
    private static LibertyServer server;

    /// May be called.
    @AutoClose
    private static final Receiver receiver = new Receiver("127.0.0.1");

    /// Must not be called.
    @AutoClose
    private static final Receiver secret = new Receiver("127.0.0.2");

    private Member owner;

    @BeforeAll
    static void start() {
        server = WebhookServer.start();
    }

    @BeforeEach
    void signUp() {
        owner = Member.signUp(server.uri(), Member.name());
    }

    private static JsonObject calling(String webhook, BigDecimal level) {
        return Json.createObjectBuilder(alert(price("above", level)))
                .add("webhook", webhook)
                .build();
    }

    private String fire(String webhook) {
        JsonObject created = created(owner, calling(webhook, AlertsOnServer.soon(server)));
        assertThat(created.getString("webhook")).isEqualTo(webhook);
        return created.getString("id");
    }

    private static void soon(String what, Callable<Boolean> condition) {
        await(what).until(condition);
    }

    private List<JsonObject> dead() {
        return list(owner, "api/alerts/dead-letters");
    }

    private JsonObject onlyDead() {
        soon("a dead letter", () -> !dead().isEmpty());
        JsonObject letter = dead().getFirst();
        assertThat(dead()).hasSize(1);
        assertThat(SCHEMAS.faults("dead-letter", letter.toString())).isEmpty();
        return letter;
    }

    @Test
    void whatFiresIsSentOnceAndSignedForItsOwner() {
        String id = fire(receiver.uri("ok"));
        JsonObject secretInfo = Member.json(owner.get("api/alerts/webhook-secret"));
        assertThat(SCHEMAS.faults("webhook-secret", secretInfo.toString())).isEmpty();
        String before = secretInfo.getString("secret");

        soon("a call", () -> !receiver.calls("ok").isEmpty());

        Receiver.Call call = receiver.calls("ok").getFirst();
        assertThat(call.id()).isEqualTo(id + "-1");
        assertThat(call.isSignedBy(before)).isTrue();
        JsonObject firing = list(owner, "api/alerts/fired").getFirst();
        assertThat(call.json().getString("type")).isEqualTo("alert.fired");
        assertThat(call.json().getString("timestamp")).isEqualTo(firing.getString("time"));
        assertThat(call.json().getJsonObject("data")).isEqualTo(firing);
        assertThat(SCHEMAS.faults("alert", call.json().getJsonObject("data").toString()))
                .isEmpty();
        HttpResponse<String> changed = owner.send("POST", "api/alerts/webhook-secret", Optional.empty());
        assertThat(changed.headers().firstValue("Cache-Control")).hasValue("no-store");
        String after = Member.json(changed).getString("secret");
        assertThat(after).isNotEqualTo(before);
        fire(receiver.uri("ok"));
        soon("another call", () -> receiver.calls("ok").size() > 1);
        assertThat(receiver.calls("ok").getLast().isSignedBy(before)).isTrue();
        assertThat(receiver.calls("ok").getLast().isSignedBy(after)).isTrue();
        assertThat(server.log()).doesNotContain(before.substring(6), after.substring(6));
        assertThat(Http.get(server.uri("metrics")).body())
                .contains("tickertape_alerts_webhook_attempts_total{outcome=\"delivered\"}");
    }

    @Test
    void failuresAreTriedAgainUnderTheSameId() {
        String id = fire(receiver.uri("flaky"));

        soon("the third call", () -> receiver.calls("flaky").size() == 3);

        assertThat(receiver.calls("flaky")).extracting(Receiver.Call::id).containsOnly(id + "-1");
        assertThat(dead()).isEmpty();
    }

    @Test
    void retryAfterIsWaitedFor() {
        fire(receiver.uri("busy"));

        soon("the second call", () -> receiver.calls("busy").size() == 2);

        List<Receiver.Call> calls = receiver.calls("busy");
        assertThat(Duration.between(calls.getFirst().time(), calls.getLast().time()))
                .isGreaterThanOrEqualTo(Receiver.BUSY.minusMillis(100));
    }

    @Test
    void receiverThatIsGoneIsNotCalledAgain() {
        String id = fire(receiver.uri("gone"));

        JsonObject letter = onlyDead();

        assertThat(letter.getInt("status")).isEqualTo(410);
        JsonObject alert = Member.json(owner.get("api/alerts/" + id));
        assertThat(alert.getBoolean("webhookGone", false)).isTrue();
        assertThat(change(owner, id, "{'webhook':'%s'}".formatted(receiver.uri("gone"))))
                .doesNotContainKey("webhookGone");
        assertThat(change(owner, id, "{'webhook':''}")).doesNotContainKeys("webhook", "webhookGone");
        assertThat(receiver.calls("gone")).hasSize(1);
    }

    @Test
    void redirectIsAFailure() {
        fire(receiver.uri("redirect") + "?" + secret.uri("redirected"));

        assertThat(onlyDead().getString("reason"))
                .isEqualTo("the receiver answered 308, and redirects are not followed");
        assertThat(secret.count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"private.example", "mixed.example"})
    void nameThatLeadsToWhereNobodyMayCallIsNotCalled(String name) {
        fire("https://%s:%s/".formatted(name, secret.port()));

        JsonObject letter = onlyDead();

        assertThat(letter.getString("reason")).isEqualTo("the host leads to an address that webhooks do not go to");
        assertThat(letter).doesNotContainKey("status");
        assertThat(secret.count()).isZero();
    }

    @Test
    void endlessAnswerIsNotReadAndASlowReceiverHoldsUpNobody() {
        for (int i = 0; i < 10; i++) {
            fire(receiver.uri("slow"));
        }
        soon("the slow one is busy", () -> !receiver.calls("slow").isEmpty());
        Member slow = owner;
        owner = Member.signUp(server.uri(), Member.name());
        String id = fire(receiver.uri("endless"));

        soon("a call", () -> !receiver.calls("endless").isEmpty());

        assertThat(receiver.calls("endless")).extracting(Receiver.Call::id).containsExactly(id + "-1");
        owner = slow;
        soon("dead letters", () -> dead().size() == 10);
        assertThat(dead())
                .extracting(letter -> letter.getString("reason"))
                .containsOnly("there was no answer within PT2S");
        assertThat(receiver.calls("endless")).hasSize(1);
    }

    @Test
    void deadLetterIsSentAgainOrDeletedByItsOwnerOnly() {
        String id = fire(receiver.uri("broken"));
        JsonObject letter = onlyDead();
        assertThat(letter.getString("id")).isEqualTo(id + "-1");
        String path = "api/alerts/dead-letters/" + letter.getString("id");
        Member other = Member.signUp(server.uri(), Member.name());
        assertThat(list(other, "api/alerts/dead-letters")).isEmpty();
        assertThat(other.delete(path).statusCode()).isEqualTo(404);
        change(owner, id, "{'webhook':'%s'}".formatted(receiver.uri("mended")));

        HttpResponse<String> sent = owner.send("POST", path, Optional.empty());

        assertThat(sent.statusCode()).isEqualTo(202);
        assertThat(sent.headers().firstValue("Content-Length"))
                .as("else a page takes it for cut off")
                .hasValue("0");
        soon("a call", () -> !receiver.calls("mended").isEmpty());
        assertThat(receiver.calls("mended").getFirst().id()).isEqualTo(id + "-1");
        assertThat(dead()).isEmpty();
        assertThat(owner.delete(path).statusCode()).isEqualTo(404);
        fire(receiver.uri("broken"));
        assertThat(owner.delete("api/alerts/dead-letters/" + onlyDead().getString("id"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(dead()).isEmpty();
    }

    @Test
    void killLosesNothing() {
        String id = fire(receiver.uri("down"));
        soon("the first call", () -> receiver.calls("down").size() == 1);

        server.kill();
        server.startAgain();

        await("the second call").until(() -> receiver.calls("down").size() == 2);
        assertThat(receiver.calls("down")).extracting(Receiver.Call::id).containsOnly(id + "-1");
    }

    @Test
    void secretIsForWhoMayWriteOnly() {
        JsonObject token = Member.json(owner.post(
                "api/tokens",
                Json.createObjectBuilder()
                        .add("name", "reader")
                        .add("scopes", Json.createArrayBuilder().add("read"))
                        .build()));
        Member reader = Member.robot(server.uri(), token.getString("token"));

        assertThat(reader.get("api/alerts/dead-letters").statusCode()).isEqualTo(200);
        assertThat(reader.get("api/alerts/webhook-secret").statusCode()).isEqualTo(403);
        assertThat(Http.get(server.uri("api/alerts/webhook-secret")).statusCode())
                .isEqualTo(401);
    }
}
