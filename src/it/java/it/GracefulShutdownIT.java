package it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When the server stops, in whatever way, each of a thousand subscribers gets its goodbye.
class GracefulShutdownIT {

    private static final int SIZE = 1000;

    @AutoClose
    private static LibertyServer server;

    private int logged;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of("SIMULATOR_INSTRUMENTS", "3"));
    }

    @BeforeEach
    void startAgainAfterTheTestBefore() {
        if (!server.runs()) {
            server.startAgain();
        }
        logged = server.log().length();
    }

    @Test
    void signalEndsTheServerWithGoodbyes() throws InterruptedException {
        try (var crowd = crowd()) {
            var ready = readyAfterGoodbye();
            var watch = Stopwatch.start();
            server.terminate();
            watch.print("SIGTERM with %s streams".formatted(SIZE));

            assertGoodbyes(crowd);
            assertThat(ready.join()).as("ready though it says goodbye").isFalse();
        }
        assertThat(faults()).isEmpty();
    }

    @Test
    void stopCommandEndsTheServerWithGoodbyes() throws InterruptedException {
        try (var crowd = crowd()) {
            var ready = readyAfterGoodbye();
            var watch = Stopwatch.start();
            server.stop();
            watch.print("server stop with %s streams".formatted(SIZE));

            assertGoodbyes(crowd);
            assertThat(ready.join()).as("ready though it says goodbye").isFalse();
        }
        assertThat(faults()).isEmpty();
    }

    @Test
    void undeploySaysGoodbyeAndTheNextDeploymentTakesNewSubscribers() throws InterruptedException {
        String before;
        try (var crowd = crowd()) {
            before = epoch();
            var watch = Stopwatch.start();
            server.undeploy();
            watch.print("undeploy with %s streams".formatted(SIZE));

            assertGoodbyes(crowd);
        }
        server.deploy();

        try (var stream = EventStream.open(server.uri("api/stream"), "Last-Event-ID", before + "-1")) {
            assertThat(stream.next("hello").json().getString("resume"))
                    .as("the position is of a tape that is gone")
                    .isEqualTo("snapshot");
            stream.next("quote");
            assertThat(server.subscribers()).isEqualTo(1);
        }
        assertThat(faults()).isEmpty();
    }

    private static Crowd crowd() throws InterruptedException {
        var watch = Stopwatch.start();
        Crowd crowd = Crowd.of(SIZE, server.uri("api/stream"));
        watch.print("%s streams opened".formatted(SIZE));
        await().until(() -> server.subscribers() >= SIZE);
        return crowd;
    }

    /// Whether the server reports that it is ready when the first subscriber has its goodbye.
    private static CompletableFuture<Boolean> readyAfterGoodbye() {
        EventStream stream = EventStream.open(server.uri("api/stream"));
        stream.next("hello");
        return CompletableFuture.supplyAsync(
                () -> {
                    stream.next("goodbye");
                    return callsItselfReady();
                },
                task -> Thread.ofVirtual().start(task));
    }

    /// Looks at the application's own checks: once it is gone, the server answers without any.
    private static boolean callsItselfReady() {
        try {
            var answer = Http.get(server.uri("health/ready"));
            return answer.statusCode() == 200 && answer.body().contains("\"streams\"");
        } catch (UncheckedIOException nobodyAnswers) {
            return false;
        }
    }

    private static String epoch() {
        try (var stream = EventStream.open(server.uri("api/stream"))) {
            return stream.next("hello").json().getString("epoch");
        }
    }

    private static void assertGoodbyes(Crowd crowd) {
        Map<String, Long> endings =
                crowd.stream().collect(Collectors.groupingBy(GracefulShutdownIT::ending, Collectors.counting()));

        assertThat(endings).isEqualTo(Map.of("1 goodbye, the last event: shutdown, CLEAN", (long) SIZE));
    }

    private static String ending(EventStream stream) {
        List<Event> rest = stream.rest();
        long goodbyes = rest.stream().filter(event -> event.is("goodbye")).count();
        Event last = rest.getLast();
        String reason = last.is("goodbye") && last.json().getInt("retry") > 0
                ? last.json().getString("reason")
                : "none";
        return "%s goodbye, the last event: %s, %s"
                .formatted(goodbyes, reason, stream.end().orElseThrow());
    }

    /// Without the one that the test itself may cause: Liberty reports a health answer that its stop has cut off.
    private List<String> faults() {
        return Faults.in(server.log().substring(logged)).stream()
                .filter(line -> !(line.contains("FFDC1015I") && line.contains("HealthCheck30HttpResponseBuilder")))
                .toList();
    }
}
