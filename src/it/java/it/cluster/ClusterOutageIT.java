package it.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.Health;
import it.LibertyServer;
import it.Measures;
import it.Quotes;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What servers that share a tape do without their broker, and with another topic than before.
class ClusterOutageIT {

    private static final int SOME = 200;

    @AutoClose
    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = new Cluster(2);
    }

    @Test
    void withoutTheBrokerServersServeWhatTheyHaveAndThenGoOn() {
        LibertyServer one = cluster.servers().getFirst();
        LibertyServer two = cluster.servers().getLast();
        try (var first = Cluster.follow(one);
                var second = Cluster.follow(two)) {
            var seen = new Seen().more(first, SOME);

            cluster.broker.kill();
            for (LibertyServer server : cluster.servers()) {
                await().until(() -> !Cluster.isInTouch(server) && !Cluster.leads(server));
                await().until(() -> Health.ready(server.uri()).down().contains("tape"));
                await().until(() -> Measures.of(server.uri()).count("tickertape_quotes_stale") == 10);
                assertThat(Quotes.of(server.uri(), "AAPL").getString("status")).isEqualTo("stale");
                assertThat(server.log()).contains("This server is cut off from the cluster's tape tickertape-tape: ");
            }
            // Somewhere else, somebody may have seen more: what this server has would be older.
            String later = seen.id().replaceFirst("-.*", "-999999999999");
            try (var ahead = Cluster.resume(one, later)) {
                Event goodbye = ahead.next();
                assertThat(goodbye.json().getString("reason")).isEqualTo("shutdown");
                assertThat(goodbye.id()).contains(later);
            }
            cluster.broker.start();

            cluster.leader();
            long before = seen.soFar(first).offset();
            seen.more(first, SOME);
            seen.assertWhole();
            assertThat(new Seen().until(second, seen.offset()).between(before, seen.offset()))
                    .isEqualTo(seen.between(before, seen.offset()));
            for (LibertyServer server : cluster.servers()) {
                await().until(() -> Health.ready(server.uri()).status() == 200);
                await().until(() ->
                        Quotes.of(server.uri(), "AAPL").getString("status").equals("trading"));
                await().until(() -> server.log().contains("This server has the cluster's tape tickertape-tape again"));
            }
        }
    }

    @Test
    void topicThatWasMadeAnewIsANewEpoch() {
        LibertyServer one = cluster.servers().getFirst();
        try (var reader = Cluster.follow(one)) {
            Event hello = reader.next();
            String epoch = hello.json().getString("epoch");
            var seen = new Seen().more(reader, SOME);

            cluster.broker.deleteTopic("tickertape-tape");

            Event goodbye = reader.next("goodbye");
            assertThat(goodbye.json().getString("reason")).isEqualTo("shutdown");
            for (LibertyServer server : cluster.servers()) {
                await().until(() -> {
                    try (var again = Cluster.resume(server, seen.id())) {
                        Event next = again.next();
                        return next.is("hello")
                                && !next.json().getString("epoch").equals(epoch)
                                && next.json().getString("resume").equals("snapshot")
                                && new Seen().more(again, 1).offset() > 0;
                    }
                });
            }
        }
    }

    @Test
    void serverThatWouldShareWhatIsNotReadyDoesNotStart() {
        assertRefused(
                Map.of("FEATURES_OFF", "alerts,chat,commentary"),
                "these topics can't be shared yet: fill, leaderboard, order, portfolio");
        assertRefused(Map.of("QUOTES_DELAY", "PT15M"), "cluster.kafka and quotes.delay can't both be set yet");
        assertRefused(
                Map.of("DATABASE_URL", "jdbc:h2:mem:own"), "must be that of a PostgreSQL which all its servers share");
        assertRefused(Map.of("FEED_SOURCE", "http"), "only a simulated one can");
        assertRefused(Map.of("CLUSTER_KAFKA", "nowhere"), "cluster.kafka 'nowhere' is not host:port");
    }

    private static void assertRefused(Map<String, String> other, String why) {
        var settings = new TreeMap<>(cluster.settings("other"));
        settings.putAll(other);
        try (var server = LibertyServer.startRefused(settings)) {
            await().until(() -> server.log().contains("E Tickertape does not start: "));

            assertThat(server.log()).contains(why);
        }
    }
}
