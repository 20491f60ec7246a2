package it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Connection;
import it.EventStream;
import it.Health;
import it.Http;
import it.LibertyServer;
import it.Measures;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The health of a server from its start until its market hangs.
@TestMethodOrder(OrderAnnotation.class)
class HealthIT {

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of(
                "FEED_FAULT", "hang@PT20S",
                "TICKER_INTERVAL", "PT0.1S",
                "SIMULATOR_INSTRUMENTS", "5",
                // Spans would be printed, if there were any.
                "OTEL_TRACES_EXPORTER", "console"));
    }

    @Test
    @Order(1)
    void serverThatTicksIsStartedReadyAndLive() {
        await().until(() -> Health.ready(server.uri()).status() == 200);

        assertThat(Health.started(server.uri())).isEqualTo(new Health(200, Set.of("first-tick"), Set.of()));
        Health ready = Health.ready(server.uri());
        assertThat(ready.status()).isEqualTo(200);
        // And one of each feature, which may be deleted.
        assertThat(ready.up()).contains("database", "feed", "files", "streams", "tape");
        assertThat(ready.down()).isEmpty();
        assertThat(Health.live(server.uri()))
                .isEqualTo(new Health(200, Set.of("threads", "ticker", "timers"), Set.of()));
    }

    @Test
    @Order(2)
    void measuresAreAllThereBeforeAnythingHappensAndNoneIsAddedLater() {
        await("the request that the server makes of itself at its start")
                .untilAsserted(() -> assertThat(Measures.of(server.uri())
                                .count(
                                        "tickertape_request_duration_seconds_count",
                                        "route",
                                        "/api/stream",
                                        "status",
                                        "400"))
                        .isPositive());
        Measures before = Measures.of(server.uri());
        try (var stream = EventStream.open(server.uri("api/stream"))) {
            stream.next("quote");
            await().until(() -> Measures.of(server.uri()).count("tickertape_stream_events_total") > 0);
        }

        assertThat(Measures.of(server.uri()).series())
                .isEqualTo(before.series())
                .hasSizeGreaterThan(40);
    }

    @Test
    @Order(2)
    void whoAsksForHealthPutsNothingIntoTheLog() throws IOException {
        for (String target :
                new String[] {"/health/%0aINJECTED", "/health?x=%0aINJECTED", "/health/ready;INJECTED=%0a"}) {
            try (var answer = Connection.send("GET", server.uri(), target)) {
                assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
            }
        }
        assertThat(server.log()).doesNotContain("INJECTED");
    }

    @Test
    @Order(2)
    void pathThatIsNotThereIsNotWarnedOf() {
        for (int i = 0; i < 10; i++) {
            assertThat(Http.get(server.uri("health/missing" + i)).statusCode()).isEqualTo(404);
        }

        assertThat(server.log()).doesNotContain("W SRVE0190E");
    }

    @Test
    @Order(3)
    void marketThatHangsIsNeitherReadyNorLive() {
        await().untilAsserted(() -> {
            assertThat(Health.live(server.uri()).down()).containsExactly("ticker");
            assertThat(Health.ready(server.uri()).down()).contains("tape");
        });

        assertThat(Health.live(server.uri()).status()).isEqualTo(503);
        assertThat(Health.ready(server.uri()).status()).isEqualTo(503);
        assertThat(Http.answers(200, server.uri("api/quotes")))
                .as("the rest goes on")
                .isTrue();
        assertThat(server.log()).as("traces nobody asked for").doesNotContain("GET /api/quotes");
    }

    @Test
    @Order(4)
    void serverThatMayOpenNoMoreFilesIsNotReadyUntilItMay() throws IOException {
        var limit = new OpenFileLimit(server.pid());
        String before = limit.read();
        // Of these, each request for health needs one.
        limit.leave(20);

        await().until(() -> Health.ready(server.uri()).down().contains("files"));
        limit.set(before);

        await().until(() -> Health.ready(server.uri()).up().contains("files"));
        assertThat(server.log().lines().filter(line -> line.contains("Health: files is ")))
                .satisfiesExactly(
                        down -> assertThat(down).contains("files is down", "open=", "limit="),
                        up -> assertThat(up).contains("files is up again"));
    }
}
