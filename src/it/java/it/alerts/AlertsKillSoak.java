package it.alerts;

import static it.alerts.AlertRequests.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.LibertyServer;
import it.identity.Member;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// 10,000 alerts fire one after the other, and the server is killed ten times meanwhile, at any moment: each fires
/// once,
/// under one id.
class AlertsKillSoak {

    private static final int USERS = 100;
    private static final int OF_EACH = 100;
    private static final int KILLS = 10;
    private static final int FIRST = 50_020;

    /// The price rises by so much between two kills, and begins anew after each.
    private static final int STEP = 40;

    private static final long SEED = 20_261_128;

    private final SplittableRandom random = new SplittableRandom(SEED);

    /// By the id of a firing, how often it came on the stream.
    private final Map<String, Integer> seen = new HashMap<>();

    @Test
    void eachAlertFiresOnceUnderTenKills() throws SQLException {
        try (var server = LibertyServer.start(AlertsOnServer.settings(Map.of("ALERTS_KEPT", "200")))) {
            List<Member> users = Stream.generate(() -> Member.signUp(server.uri(), Member.name()))
                    .limit(USERS)
                    .toList();
            List<String> owners =
                    users.stream().map(user -> user.session().getString("id")).toList();
            server.kill();
            insert(server, owners);

            for (int kill = 1; kill <= KILLS; kill++) {
                server.startAgain();
                follow(server, users, FIRST + STEP * kill - random.nextInt(STEP));
                server.kill();
            }
            server.startAgain();
            follow(server, users, FIRST + STEP * (KILLS + 1));

            await().atMost(Duration.ofMinutes(2)).until(() -> users.stream().allMatch(AlertsKillSoak::allFired));
            for (Member user : users) {
                List<String> ids = list(user, "api/alerts/fired").stream()
                        .map(firing -> firing.getString("id"))
                        .toList();
                List<String> expected = list(user, "api/alerts").stream()
                        .map(alert -> alert.getString("id") + "-1")
                        .toList();
                assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
            }
            Map<Integer, Long> times = seen.values().stream()
                    .collect(Collectors.groupingBy(count -> count, TreeMap::new, Collectors.counting()));
            System.out.printf(
                    "%s alerts fired once each under %s kills; on the streams, by how often an id came: %s%n",
                    USERS * OF_EACH, KILLS, times);
            assertThat(seen.keySet()).allMatch(id -> id.endsWith("-1"));
        }
    }

    private static boolean allFired(Member user) {
        return list(user, "api/alerts").stream()
                .allMatch(alert -> alert.getString("state").equals("fired"));
    }

    // Some hundred requests a second would take longer than the prices stay below the levels.
    private static void insert(LibertyServer server, List<String> owners) throws SQLException {
        String file =
                server.directory().resolve("servers/tickertape/data/tickertape").toString();
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + file, "tickertape", "");
                var statement = connection.prepareStatement(
                        "INSERT INTO alerts_alert (id, owner, symbol, terms, note, state, round, created, changed, revision)"
                                + " VALUES (?, ?, 'UP', ?, '', 'armed', 1, 0, 0, ?)")) {
            int number = 0;
            for (String owner : owners) {
                for (int i = 0; i < OF_EACH; i++) {
                    number++;
                    statement.setString(1, "soak" + (1_000_000_000_000L + number));
                    statement.setString(2, owner);
                    statement.setString(
                            3, AlertRequests.price("above", level(number)).toString());
                    statement.setLong(4, number);
                    statement.addBatch();
                }
            }
            statement.executeBatch();
            try (var update = connection.createStatement()) {
                update.execute("UPDATE alerts_revision SET last_revision = " + number);
            }
        }
    }

    /// Spread over all that the price comes to.
    private static BigDecimal level(int number) {
        int most = STEP * KILLS;
        return new BigDecimal(FIRST + number % most + ".0173");
    }

    private void follow(LibertyServer server, List<Member> users, int price) {
        var streams = new ArrayList<EventStream>();
        for (Member user : users) {
            streams.add(user.stream("topic=alert"));
        }
        var target = new BigDecimal(price);
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> AlertsOnServer.last(server).compareTo(target) >= 0);
        for (EventStream stream : streams) {
            stream.soFar().stream()
                    .filter(event -> event.is("alert"))
                    .map(Event::json)
                    .map((JsonObject firing) -> firing.getString("id"))
                    .forEach(id -> seen.merge(id, 1, Integer::sum));
            stream.close();
        }
    }
}
