package it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.EventStream;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Where prices are late for some, an alert is found at the prices of now, and told when those are old enough.
class AlertDelayIT {

    private static final Duration DELAY = Duration.ofSeconds(3);

    @AutoClose
    private static final DelayedServer SERVER = DelayedServer.start(DELAY);

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

    /// It says no price itself.
    private static JsonObject rise() {
        return Json.createObjectBuilder()
                .add("symbol", RisingMarket.SYMBOL)
                .add(
                        "condition",
                        Json.createObjectBuilder()
                                .add("type", "move")
                                .add("percent", new BigDecimal("0.01"))
                                .add("direction", "up")
                                .add("within", "PT1M"))
                .build();
    }
}
