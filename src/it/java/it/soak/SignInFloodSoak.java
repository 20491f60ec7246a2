package it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import it.LibertyServer;
import it.Quotes;
import it.soak.TickAudience.Lateness;
import jakarta.json.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Two hundred people a second sign in for half a minute, while a thousand streams are open: no tick is held up.
class SignInFloodSoak {

    private static final int PER_SECOND = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration FLOOD = Duration.ofSeconds(30);

    /// A tick is held up if the next one comes first.
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final Map<Integer, Integer> answers = new ConcurrentSkipListMap<>();

    @Test
    void passwordsHoldUpNoTick() {
        try (var server = LibertyServer.start(Map.of(
                "SIMULATOR_INSTRUMENTS", "500",
                "SIMULATOR_PACE", "steady",
                "TICKER_INTERVAL", INTERVAL.toString(),
                "REST_WRITES_PER_MINUTE", "1000000",
                "IDENTITY_ACCOUNTS_ATTEMPTS_PER_MINUTE", "1000000",
                "IDENTITY_ACCOUNTS_ITERATIONS", "210000"))) {
            Quotes.awaitOneOfEach(server.uri());
            Instant begin;
            Instant flood;
            Instant end;
            var audience = new TickAudience(server);
            try (audience) {
                TickAudience.listen(WARM_UP);
                begin = Instant.now();
                flood = TickAudience.listen(FLOOD);
                end = flood(server);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            print("before", audience.between(begin, flood));
            Lateness during = audience.between(flood, end);
            print("while they sign in", during);
            System.out.printf("answers by status: %s%n", answers);
            assertThat(answers).containsKeys(401).doesNotContainKeys(0, 500);
            assertThat(answers.values().stream().mapToInt(Integer::intValue).sum())
                    .isGreaterThan(PER_SECOND * (int) FLOOD.toSeconds() / 2);
            assertThat(during.widest()).as("between two ticks, ms").isLessThan(2 * INTERVAL.toMillis());
            assertThat(during.p99()).as("ms after the tick").isLessThan((double) INTERVAL.toMillis());
        }
    }

    /// Somebody new comes every few milliseconds, however long those before have to wait.
    private Instant flood(LibertyServer server) throws InterruptedException {
        var over = new CountDownLatch(1);
        var visitors = new ArrayList<Thread>();
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try (client) {
            Thread door = Thread.ofVirtual().start(() -> {
                try {
                    while (!over.await(1000 / PER_SECOND, TimeUnit.MILLISECONDS)) {
                        visitors.add(Thread.ofVirtual().start(() -> signIn(client, server)));
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            Instant end = TickAudience.listen(FLOOD);
            over.countDown();
            door.join();
            for (Thread visitor : visitors) {
                visitor.join();
            }
            return end;
        }
    }

    private void signIn(HttpClient client, LibertyServer server) {
        String body = Json.createObjectBuilder()
                .add("name", "nobody in particular")
                .add("password", "not a good password")
                .build()
                .toString();
        var request = HttpRequest.newBuilder(server.uri("api/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            answers.merge(client.send(request, BodyHandlers.discarding()).statusCode(), 1, Integer::sum);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException cut) {
            answers.merge(0, 1, Integer::sum);
        }
    }

    private static void print(String name, Lateness lateness) {
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.1f ms, p99 %.1f ms, %s ticks, at most %s ms apart%n",
                name,
                lateness.p50(),
                lateness.p99(),
                lateness.ticks(),
                lateness.widest());
    }
}
