package it.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.LibertyServer;
import it.store.PostgresServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// How long it takes to make up the past of the default 50 instruments at the very first start, which is when the
/// server
/// is busiest.
class PastSoak {

    private static final Pattern DONE =
            Pattern.compile("The past of 50 instruments was made up and written in (PT\\S+)");
    private static final Duration MOST = Duration.ofSeconds(3);

    @Test
    void pastIsInAFileAfterThreeSeconds() {
        measure("H2", Map.of());
    }

    @Test
    void pastIsInPostgresAfterThreeSeconds() {
        try (var postgres = new PostgresServer()) {
            postgres.start();
            measure("PostgreSQL", postgres.settings());
        }
    }

    private static void measure(String name, Map<String, String> database) {
        Map<String, String> settings = new HashMap<>(database);
        settings.put("HISTORY_PAST", "true");
        try (var server = LibertyServer.start(settings)) {
            String time = await().atMost(Duration.ofMinutes(1))
                    .until(() -> DONE.matcher(server.log()).results().findFirst(), found -> found.isPresent())
                    .map((MatchResult found) -> found.group(1))
                    .orElseThrow();
            System.out.printf("%s: a past of 50 instruments took %s%n", name, time);
            assertThat(Duration.parse(time)).isLessThan(MOST);
        }
    }
}
