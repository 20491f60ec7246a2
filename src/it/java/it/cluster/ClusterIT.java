package it.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Http;
import it.Instruments;
import it.LibertyServer;
import it.fault.Nginx;
import it.fault.Signals;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three servers have one tape: any of them resumes what another one began, whoever of them is killed or stopped.
class ClusterIT {

    private static final int SOME = 300;
    private static final int READERS = 12;

    @AutoClose
    private static Cluster cluster;

    @BeforeAll
    static void start() {
        // So that readers behind nginx soon notice a server that says nothing.
        cluster = new Cluster(3, Map.of("STREAM_HEARTBEAT", "PT2S", "STREAM_RETRY", "PT0.5S"));
    }

    @Test
    void allServersHaveTheSameEventsUnderTheSameIds() {
        LibertyServer leader = cluster.leader();
        try (var first = Cluster.follow(leader)) {
            var seen = new Seen().more(first, SOME);
            long from = seen.offset();
            String id = seen.id();
            seen.more(first, SOME);
            long to = seen.offset();
            seen.assertWhole();
            for (LibertyServer other : cluster.others(leader)) {
                try (var stream = Cluster.resume(other, id, "resumed")) {
                    assertThat(new Seen().until(stream, to).between(from, to)).isEqualTo(seen.between(from, to));
                }
            }
            assertThat(seen.between(from, to)).anyMatch(event -> event.contains(" candle "));
        }
    }

    @Test
    void requestsAreAnsweredByAnyServer() {
        LibertyServer leader = cluster.leader();
        for (LibertyServer server : cluster.servers()) {
            await().until(() -> Http.answers(200, server.uri("health/ready")));
            await().until(() -> Http.answers(200, server.uri("api/candles/AAPL?interval=PT1M")));
            assertThat(Http.get(server.uri("api/quotes/AAPL")).statusCode()).isEqualTo(200);
            assertThat(Http.get(server.uri("api/trades/AAPL")).body()).contains("\"price\"");
            assertThat(Http.get(server.uri("api/alerts")).statusCode()).isEqualTo(404);
        }
        // A bar that has ended is the same everywhere.
        String ended = "api/candles/AAPL?interval=PT1S&limit=3&to=" + newestSecond(leader);
        String bars = Http.get(leader.uri(ended)).body();
        for (LibertyServer other : cluster.others(leader)) {
            await().until(() -> Http.get(other.uri(ended)).body().equals(bars));
        }
    }

    @Test
    void readerOfALeaderThatIsKilledGoesOnAtAnotherServer() {
        LibertyServer leader = cluster.leader();
        List<LibertyServer> others = cluster.others(leader);
        var witness = new Seen();
        var moved = new Seen();
        try (var survivor = Cluster.follow(others.getFirst());
                var reader = Cluster.follow(leader)) {
            witness.more(survivor, SOME);
            moved.more(reader, SOME);

            leader.kill();
            long killed = System.nanoTime();
            moved.rest(reader);
            LibertyServer next = Cluster.leader(others);
            System.out.printf(Locale.ROOT, "led again after %d ms%n", (System.nanoTime() - killed) / 1_000_000);
            try (var again = Cluster.resume(others.getLast(), moved.id(), "resumed")) {
                moved.more(again, SOME);
            }
            witness.until(survivor, moved.offset());

            moved.assertWhole();
            witness.assertWhole();
            long from = Math.max(moved.begin(), witness.begin());
            assertThat(moved.between(from, moved.offset())).isEqualTo(witness.between(from, moved.offset()));
            assertThat(next.log()).contains("This server leads: it moves the market");

            leader.startAgain();
            Cluster.awaitTouch(leader);
            try (var back = Cluster.resume(leader, moved.id(), "resumed")) {
                long before = moved.offset();
                var late = new Seen().more(back, SOME);
                witness.until(survivor, late.offset());
                assertThat(late.between(before, late.offset())).isEqualTo(witness.between(before, late.offset()));
            }
        }
    }

    @Test
    void leaderThatWasStoppedWritesNothingWhenItGoesOn() {
        LibertyServer leader = cluster.leader();
        List<LibertyServer> others = cluster.others(leader);
        var witness = new Seen();
        try (var survivor = Cluster.follow(others.getFirst())) {
            witness.more(survivor, SOME);
            Signals.freeze(leader.pid());
            try {
                Cluster.leader(others);
                witness.more(survivor, SOME);
            } finally {
                Signals.thaw(leader.pid());
            }
            Cluster.awaitTouch(leader);
            await().until(() -> !Cluster.leads(leader));
            long from = witness.offset();
            String id = witness.id();
            witness.more(survivor, SOME);

            try (var followed = Cluster.resume(leader, id, "resumed")) {
                assertThat(new Seen().until(followed, witness.offset()).between(from, witness.offset()))
                        .isEqualTo(witness.between(from, witness.offset()));
            }
            witness.assertWhole();
            assertThat(RawLog.of(cluster.broker).isOfLeadersOnly()).isTrue();
        }
    }

    @Test
    void readerWhoIsAheadOfAServerGoesOnThereWhenItHasCaughtUp() {
        LibertyServer leader = cluster.leader();
        LibertyServer behind = cluster.others(leader).getFirst();
        try (var reader = Cluster.follow(leader)) {
            var seen = new Seen().more(reader, SOME);
            Signals.freeze(behind.pid());
            try {
                seen.more(reader, SOME);
            } finally {
                Signals.thaw(behind.pid());
            }

            try (var again = Cluster.resume(behind, seen.id(), "resumed")) {
                long before = seen.offset();
                var moved = new Seen().more(again, SOME);
                seen.until(reader, moved.offset());
                assertThat(moved.between(before, moved.offset())).isEqualTo(seen.between(before, moved.offset()));
            }
        }
    }

    @Test
    void positionThatNoServerHasReachedIsUnknown() {
        LibertyServer server = cluster.servers().getFirst();
        try (var reader = Cluster.follow(server)) {
            String epoch = reader.next().json().getString("epoch");

            Cluster.resume(server, epoch + "-999999999999", "snapshot").close();
        }
    }

    /// The long form is `ClusterSoak`.
    @Test
    void readersBehindNginxGetEverythingOnceWhateverHappensToTheServerThatLeads(@TempDir Path directory) {
        Nginx.orSkip();
        try (var storm = new Storm(cluster, READERS, directory)) {
            for (Storm.Blow blow : Storm.Blow.values()) {
                storm.strike(storm.leader(), blow);
            }

            assertThat(storm.faults()).isEmpty();
        }
    }

    /// The beginning of the newest bar of a second: those before it have ended.
    private static String newestSecond(LibertyServer server) {
        String bars =
                Http.get(server.uri("api/candles/AAPL?interval=PT1S&limit=2")).body();
        return Instruments.array(bars).getValuesAs(JsonObject.class).getLast().getString("start");
    }
}
