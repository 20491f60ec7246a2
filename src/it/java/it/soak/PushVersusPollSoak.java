package it.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.LibertyServer;
import it.Quotes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What it costs a hundred clients to follow the market by polling every second and by a stream; printed as a table.
class PushVersusPollSoak {

    private static final int CLIENTS = 100;
    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(5);

    /// One way to follow the market, and its figures.
    private record Row(String way, long requests, long received, long sent, Changes.Staleness staleness) {
        void print() {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %.1f MB | %.2f MB | %s ms | %s ms | %s ms | %.0f %% |%n",
                    way,
                    requests,
                    received / 1e6,
                    sent / 1e6,
                    staleness.meanMillis(),
                    staleness.percentileMillis(50),
                    staleness.percentileMillis(99),
                    staleness.unseenPercent());
        }
    }

    @Test
    void aStreamIsFresherThanPolls() {
        Row poll;
        Row push;
        Row zipped;
        Row gentle;
        Row gentlyZipped;
        try (var server = LibertyServer.start(Map.of())) {
            Quotes.awaitOneOfEach(server.uri());
            URI stream = server.uri("api/stream?topic=quote");
            poll = measure(
                    "`GET /api/quotes` every second",
                    stream,
                    swarm -> Follower.poll(swarm, server.uri("api/quotes")),
                    true);
            push = measure("`/api/stream`, plain", stream, swarm -> stream(swarm, stream), false);
            zipped = measure("`/api/stream`", stream, swarm -> Follower.zippedStream(swarm, stream), false);
            URI paced = server.uri("api/stream?topic=quote&rate=1");
            gentle = measure("`/api/stream?rate=1`, plain", stream, swarm -> stream(swarm, paced), false);
            gentlyZipped = measure("`/api/stream?rate=1`", stream, swarm -> Follower.zippedStream(swarm, paced), false);
        }

        System.out.println(
                "| 100 clients, 30 s | requests | received | sent | late: mean | p50 | p99 | changes not seen |");
        Stream.of(poll, zipped, gentlyZipped, push, gentle).forEach(Row::print);
        assertThat(push.staleness().meanMillis()).isLessThan(poll.staleness().meanMillis());
        assertThat(push.staleness().unseen()).isZero();
        assertThat(zipped.staleness().unseen()).isZero();
        assertThat(zipped.received()).isLessThan(poll.received());
    }

    private static Follower stream(Swarm swarm, URI uri) {
        return Follower.stream(swarm, uri, _ -> {});
    }

    private static Row measure(String way, URI witness, Function<Swarm, Follower> arrival, boolean asks) {
        var changes = new Changes();
        List<Follower> clients;
        Instant from;
        try (var swarm = new Swarm();
                var polls = Executors.newSingleThreadScheduledExecutor()) {
            Follower.stream(swarm, witness, changes::witness);
            clients = Stream.generate(() -> arrival.apply(swarm)).limit(CLIENTS).toList();
            if (asks) {
                for (Follower client : clients) {
                    long phase = ThreadLocalRandom.current().nextLong(1000);
                    var _ = polls.scheduleAtFixedRate(client.member()::ask, phase, 1000, TimeUnit.MILLISECONDS);
                }
            }
            from = Instant.now();
            await().atMost(LENGTH.multipliedBy(2)).until(() -> Instant.now().isAfter(from.plus(LENGTH)));
            assertThat(swarm.faults()).isEmpty();
        }
        List<Member> members = clients.stream().map(Follower::member).toList();
        // The last changes had no time to arrive.
        var staleness = changes.staleness(
                clients.stream().map(Follower::knowledge).toList(), from.plus(GRACE), from.plus(LENGTH.minus(GRACE)));
        return new Row(
                way,
                members.stream().mapToLong(Member::requests).sum(),
                members.stream().mapToLong(Member::received).sum(),
                members.stream().mapToLong(Member::sent).sum(),
                staleness);
    }
}
