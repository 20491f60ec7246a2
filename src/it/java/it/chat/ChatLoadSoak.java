package it.chat;

import static it.chat.ChatOnServer.ISSUER;
import static it.chat.Talker.FLOOR;
import static org.assertj.core.api.Assertions.assertThat;

import it.LibertyServer;
import it.Quotes;
import it.soak.QuoteDelays;
import it.soak.RequestLoad;
import it.store.PostgresServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Fifty messages a second to a thousand readers, who read all quotes too: how long after it was sent each of them
/// has a message. `-Dchat.seconds=20 -Dchat.warm-up=10 -Dchat.readers=200` for a trial.
class ChatLoadSoak {

    private static final Duration COUNTED = Duration.ofSeconds(Integer.getInteger("chat.seconds", 120));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("chat.warm-up", 30));
    private static final int READERS = Integer.getInteger("chat.readers", 1000);
    private static final int A_SECOND = Integer.getInteger("chat.messages", 50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double MOST_MILLIS = 100;

    /// So many that each has room below `chat.rate`, also when some of its messages come late.
    private static final int TALKERS = Math.max(1, A_SECOND * 24 / 5);

    @Test
    void messagesOfAFileAreSoonWithEverybody() {
        talk("H2", Map.of());
    }

    @Test
    void messagesOfPostgresAreSoonWithEverybody() {
        try (var postgres = new PostgresServer()) {
            postgres.start();
            talk("PostgreSQL", postgres.settings());
        }
    }

    private static void talk(String name, Map<String, String> database) {
        var settings = new TreeMap<>(ChatOnServer.settings(database));
        settings.put("SIMULATOR_INSTRUMENTS", "50");
        int most = (int) (WARM_UP.plus(COUNTED).toSeconds() * A_SECOND);
        try (var server = LibertyServer.start(settings);
                var quotes = new QuoteDelays(server.uri())) {
            Quotes.awaitOneOfEach(server.uri());
            try (var audience = new ChatAudience(server.uri(), FLOOR, READERS, most)) {
                List<String> tokens = IntStream.range(0, TALKERS)
                        .mapToObj(i -> ISSUER.lastingToken("talker-" + i, "read trade"))
                        .toList();
                URI room = server.uri("api/chat/" + FLOOR);
                var load = new RequestLoad(
                        number -> message(room, tokens.get((int) (number % TALKERS)), number),
                        Set.of(201),
                        A_SECOND,
                        audience::sending);
                audience.countFrom(load.run(WARM_UP));
                // A cold server may have enough to do.
                int refused = load.failures();
                load.forget();
                quotes.p99();
                long messages = load.run(COUNTED);
                assertThat(load.failures()).as(load.inWords()).isZero();
                audience.awaitAll(messages - refused);
                System.out.printf(
                        Locale.ROOT,
                        "%s: %s messages a second, %s; posts: %s; quotes old p99 %.1f ms%n",
                        name,
                        A_SECOND,
                        audience.inWords(),
                        load.inWords(),
                        quotes.p99());
                assertThat(audience.p99()).isLessThanOrEqualTo(MOST_MILLIS);
            }
        }
    }

    private static HttpRequest message(URI room, String token, long number) {
        String id = "soak-%s".formatted(100_000_000 + number);
        return HttpRequest.newBuilder(room)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Talker.body(id, "look at $AAPL, this is message " + number)
                        .toString()))
                .build();
    }
}
