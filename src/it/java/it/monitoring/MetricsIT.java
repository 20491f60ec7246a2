package it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Connection;
import it.Http;
import it.LivelyServer;
import it.Measures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// The metrics, for all kinds of requests.
class MetricsIT {

    private final URI root = LivelyServer.uri();

    @Test
    void manyWhoAskAtOnceGetEachTheirOwnAnswer() {
        Queue<String> answers = new ConcurrentLinkedQueue<>();

        try (var threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 1_000; i++) {
                threads.execute(() -> answers.add(answer("metrics")));
                threads.execute(() -> answers.add(answer("api/instruments")));
            }
        }

        // This many scrapes at once are too many; those that are refused get their own response too.
        assertThat(answers)
                .hasSize(2_000)
                .contains("metrics 200 text/plain # HELP j")
                .isSubsetOf(
                        "metrics 200 text/plain # HELP j",
                        "metrics 503 application/problem+json {\"detail",
                        "api/instruments 200 application/json [{\"curre");
    }

    private String answer(String path) {
        HttpResponse<String> answer = Http.get(root.resolve(path));
        String type = answer.headers().firstValue("Content-Type").orElse("none").replaceFirst(";.*", "");
        String body = answer.body();
        return "%s %s %s %s"
                .formatted(
                        path,
                        answer.statusCode(),
                        type,
                        body.substring(0, Math.min(body.length(), 8)).strip());
    }

    @Test
    void whoWantsOpenMetricsGetsThat() throws IOException {
        try (var answer = Connection.get(
                root.resolve("metrics"), "Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5")) {
            assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/openmetrics-text");
            assertThat(answer.header("Vary").orElseThrow()).contains("Accept");
        }
    }

    @Test
    void whoWantsAnotherFormGetsText() throws IOException {
        try (var answer = Connection.get(
                root.resolve("metrics"),
                "Accept",
                "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited")) {
            assertThat(answer.header("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        }
    }

    @Test
    void javaAndTheServersPoolAreToldOfToo() {
        Measures measures = Measures.of(root);

        assertThat(measures.sum("jvm_memory_used_bytes", "area", "heap")).isPositive();
        assertThat(measures.sum("process_cpu_seconds_total")).isPositive();
        assertThat(measures.sum("tickertape_pool_threads"))
                .isGreaterThanOrEqualTo(measures.sum("tickertape_pool_threads_active"))
                .isPositive();
    }

    @Test
    void requestsAreCountedByTheirRoutes() {
        Http.get(root.resolve("api/quotes/AAPL"));
        Http.get(root.resolve("api/quotes/NOPE"));

        // A response may reach its client a moment before it is counted.
        await().untilAsserted(() -> {
            Measures measures = Measures.of(root);
            for (String status : new String[] {"200", "404"}) {
                assertThat(measures.count(
                                "tickertape_request_duration_seconds_count",
                                "route",
                                "/api/quotes/{symbol}",
                                "method",
                                "GET",
                                "status",
                                status))
                        .isPositive();
            }
        });
    }

    @Test
    void whatAClientMakesUpBecomesNoLabel() throws IOException {
        for (int i = 0; i < 5; i++) {
            URI instruments = root.resolve("api/instruments");
            Connection.send("MADEUP" + i, instruments, instruments.getPath()).close();
            Http.get(root.resolve("metrics/madeup" + i));
            Http.get(root.resolve("api/madeup" + i));
            Http.get(root.resolve("api/quotes/madeup" + i));
        }

        assertThat(Http.get(root.resolve("metrics")).body()).doesNotContainIgnoringCase("madeup");
    }
}
