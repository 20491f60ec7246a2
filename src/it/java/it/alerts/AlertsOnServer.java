package it.alerts;

import static it.alerts.AlertRequests.SCHEMAS;
import static it.alerts.AlertRequests.alert;
import static it.alerts.AlertRequests.change;
import static it.alerts.AlertRequests.created;
import static it.alerts.AlertRequests.list;
import static it.alerts.AlertRequests.patch;
import static it.alerts.AlertRequests.price;
import static it.alerts.AlertRequests.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.Instruments;
import it.LibertyServer;
import it.Quotes;
import it.ServerDirectory;
import it.identity.Member;
import it.identity.RisingMarket;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What users do with alerts, and what comes of it, on a server whose only price rises all the time and begins anew
/// with
/// each start.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class AlertsOnServer {

    static final int MOST = 5;

    private static final BigDecimal SOON = new BigDecimal(50);
    private static final BigDecimal FAR = new BigDecimal("100000.0173");

    static Map<String, String> settings(Map<String, String> more) {
        var settings = new TreeMap<>(more);
        settings.put("FEED_SOURCE", "replay");
        settings.put(
                "REPLAY_FILE",
                RisingMarket.write(ServerDirectory.temporary("rising-")).toString());
        settings.put("ALERTS_PER_USER", Integer.toString(MOST));
        settings.put("REST_WRITES_PER_MINUTE", "100000");
        return settings;
    }

    abstract LibertyServer server();

    private Member member() {
        return Member.signUp(server().uri(), Member.name());
    }

    static BigDecimal last(LibertyServer server) {
        Quotes.awaitOneOfEach(server.uri());
        return Quotes.atRest(server.uri())
                .getJsonObject(0)
                .getJsonNumber("last")
                .bigDecimalValue();
    }

    /// A price that will be reached in some seconds, so that a slow machine has time to say that it waits for it.
    static BigDecimal soon(LibertyServer server) {
        return last(server).add(SOON);
    }

    @Test
    @Order(1)
    void alertFiresOnceForItsOwnerAndNobodyElse() {
        Member owner = member();
        Member other = member();
        try (EventStream stream = owner.stream("topic=alert,alert-list");
                EventStream others = other.stream("topic=alert,alert-list")) {
            stream.next("hello");
            BigDecimal level = soon(server());
            JsonObject alert = created(owner, alert(price("above", level)));
            assertThat(SCHEMAS.faults("alert-list", stream.next("alert-list").data()))
                    .isEmpty();

            Event fired = stream.next("alert");

            assertThat(SCHEMAS.faults("alert", fired.data())).isEmpty();
            JsonObject firing = fired.json();
            assertThat(firing.getString("id")).isEqualTo(alert.getString("id") + "-1");
            assertThat(firing).doesNotContainKey("late");
            assertThat(firing.getJsonNumber("last").bigDecimalValue()).isBetween(level, level.add(BigDecimal.TEN));
            assertThat(list(owner, "api/alerts/fired")).containsExactly(firing);
            assertThat(list(owner, "api/alerts")).hasSize(1);
            assertThat(state(owner, alert.getString("id"))).isEqualTo("fired");
            BigDecimal later = last(server()).add(BigDecimal.TEN);
            await().until(() -> last(server()).compareTo(later) > 0);
            assertThat(stream.soFar()).noneMatch(event -> event.is("alert"));
            assertThat(others.soFar()).allMatch(event -> event.is("hello") || event.is("heartbeat"));
            assertThat(list(other, "api/alerts")).isEmpty();
            assertThat(list(other, "api/alerts/fired")).isEmpty();
            assertThat(other.get("api/alerts/" + alert.getString("id")).statusCode())
                    .isEqualTo(404);
            assertThat(other.delete("api/alerts/" + alert.getString("id")).statusCode())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'symbol':'UP'} | the field 'condition' is missing",
                "{'symbol':'NOPE','condition':{'type':'halted'}} | there is no instrument NOPE",
                "{'symbol':'UP','condition':5} | 'condition'",
                "{'symbol':'UP','condition':{'type':'foo'}} | there are: price, change",
                "{'symbol':'UP','condition':{'type':'price','of':'last','direction':'above','price':2.0173}} | choose a price above",
                "{'symbol':'UP','condition':{'type':'price','of':'last','direction':'above','price':99999.12345}} | multiples of",
                "{'symbol':'UP','condition':{'type':'price','of':'bid','direction':'above','price':99999.0173}} | no bid: choose last",
                "{'symbol':'UP','condition':{'type':'halted'},'ends':'2020-01-01T00:00:00Z'} | has passed: choose one after",
                "{'symbol':'UP','condition':{'type':'halted'},'ends':'+99999999-01-01T00:00:00Z'} | too far away",
                "{'symbol':'UP','condition':{'type':'halted'},'ends':'tomorrow'} | is no time such as",
                "{'symbol':'UP','condition':{'type':'halted'},'pause':'PT5M'} | only for alerts that repeat",
                "{'symbol':'UP','condition':{'type':'halted'},'repeat':'often'} | once or always",
                "{'symbol':'UP','condition':{'type':'halted'},'note':'a\\u0007'} | no control characters",
                "{'symbol':'UP','condition':{'type':'halted'},'webhook':'https://10.0.0.1/'} | is not public: choose an address",
                "{'symbol':'UP','condition':{'type':'halted'},'webhook':'https://169.254.169.254/x'} | is not public",
                "{'symbol':'UP','condition':{'type':'halted'},'webhook':'http://bot.example/'} | begins with https://",
                "{'symbol':'UP','condition':{'type':'halted'},'webhook':'https://bot.example:25/'} | choose 443",
                "{'symbol':'UP','condition':{'type':'halted'},'webhook':'https://a:b@bot.example/'} | has no user",
                "{'symbol':'UP','condition':{'type':'halted'},'sound':'loud'} | unknown field 'sound'"
            })
    @Order(2)
    void whatMakesNoSenseIsRefusedAndTheProblemSaysWhatWould(String body, String detail) {
        last(server());
        HttpResponse<String> response = member().post("api/alerts", Instruments.object(body.replace('\'', '"')));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(SCHEMAS.faults("problem", response.body())).isEmpty();
        assertThat(Member.json(response).getString("detail")).contains(detail);
    }

    @Test
    @Order(3)
    void alertIsChangedSwitchedOffArmedAgainAndDeleted() {
        Member owner = member();
        String id = created(owner, alert(price("above", FAR))).getString("id");

        JsonObject changed = change(owner, id, "{'note':'sell','repeat':'always','ends':'2035-01-01T00:00:00Z'}");
        assertThat(changed.getString("note")).isEqualTo("sell");
        assertThat(changed.getString("pause")).isEqualTo("PT5M");
        assertThat(change(owner, id, "{'note':'','ends':''}")).doesNotContainKeys("note", "ends");
        assertThat(change(owner, id, "{'active':false}").getString("state")).isEqualTo("off");
        BigDecimal level = soon(server());
        assertThat(change(owner, id, "{'condition':%s}".formatted(price("above", level)))
                        .getString("state"))
                .isEqualTo("off");
        await().until(() -> last(server()).compareTo(level) > 0);
        HttpResponse<String> met = patch(owner, id, "{'active':true}");
        assertThat(met.statusCode()).isEqualTo(400);
        assertThat(met.body()).contains("already");
        change(owner, id, "{'condition':%s,'active':true}".formatted(price("above", soon(server()))));
        await().until(() -> state(owner, id).equals("resting"));
        assertThat(list(owner, "api/alerts/fired")).hasSize(1);

        assertThat(owner.delete("api/alerts/" + id).statusCode()).isEqualTo(204);

        assertThat(owner.get("api/alerts/" + id).statusCode()).isEqualTo(404);
        assertThat(list(owner, "api/alerts")).isEmpty();
        assertThat(list(owner, "api/alerts/fired")).hasSize(1);
        assertThat(list(owner, "api/alerts/fired?limit=1")).hasSize(1);
    }

    @Test
    @Order(4)
    void userHasOnlySoManyAlerts() {
        Member owner = member();
        for (int i = 0; i < MOST; i++) {
            created(owner, alert(price("above", FAR)));
        }

        HttpResponse<String> refused = owner.post("api/alerts", alert(price("above", FAR)));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Member.json(refused).getString("detail"))
                .isEqualTo("you have 5 alerts, which is the most: delete one first");
        assertThat(list(owner, "api/alerts")).hasSize(MOST);
        owner.delete("api/alerts/" + list(owner, "api/alerts").getFirst().getString("id"));
        created(owner, alert(price("above", FAR)));
    }

    @Test
    @Order(5)
    void whatIsMetAfterARestartFiresAtTheFirstTickAndSaysSo() {
        Member owner = member();
        await().until(() -> last(server()).compareTo(new BigDecimal("50100")) > 0);
        String below = created(owner, alert(price("below", new BigDecimal("50099.0173"))))
                .getString("id");
        String above = created(owner, alert(price("above", soon(server())))).getString("id");
        await().until(() -> state(owner, above).equals("fired"));

        server().kill();
        server().startAgain();

        await().until(() -> state(owner, below).equals("fired"));
        List<JsonObject> fired = list(owner, "api/alerts/fired");
        assertThat(fired).extracting(firing -> firing.getString("id")).containsExactly(below + "-1", above + "-1");
        assertThat(fired.getFirst().getBoolean("late", false)).isTrue();
        assertThat(fired.getLast().getBoolean("late", false)).isFalse();
    }
}
