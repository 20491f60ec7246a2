package it.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Faults;
import it.LibertyServer;
import it.StalledReader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Thousands of clients read while waves of hundreds stall, for `soak.stall` (PT5M).
class StalledCrowdSoak {

    private static final int HEALTHY = 4500;
    private static final int STALLED = 500;
    private static final Duration LENGTH = Duration.parse(System.getProperty("soak.stall", "PT5M"));
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    // 10 quotes a second for each client: 45,000 events a second in all.
    private static final Map<String, String> MARKET = Map.of(
            "SIMULATOR_INSTRUMENTS", "10",
            "SIMULATOR_PACE", "steady",
            "TICKER_INTERVAL", "PT1S",
            // Changes that a busy machine delays must not be merged, because a merge would look like a loss.
            "STREAM_LAG", "PT1M");

    @Test
    void memoryStaysFlatAndTheHealthyLoseNothing() {
        try (var server = LibertyServer.start(MARKET)) {
            List<Continuity> readers =
                    IntStream.range(0, HEALTHY).mapToObj(_ -> new Continuity()).toList();
            List<Member> members;
            Vitals first;
            Vitals last;
            try (var swarm = new Swarm()) {
                URI stream = server.uri("api/stream?topic=quote");
                members = readers.stream()
                        .map(reader -> join(swarm, stream, reader))
                        .toList();
                await("everybody").atMost(PATIENCE).until(() -> server.subscribers() == HEALTHY);
                long start = System.nanoTime();
                wave(server, stream);
                await("the first minute").atMost(PATIENCE).until(minutePassedSince(start));
                first = print(server, start);
                do {
                    wave(server, stream);
                    last = print(server, start);
                } while (System.nanoTime() - start < LENGTH.toNanos());
                assertThat(swarm.faults()).isEmpty();
                assertThat(members).noneMatch(Member::ended);
            }

            print(readers, members);
            assertThat(readers).allSatisfy(reader -> {
                assertThat(reader.quotes()).isPositive();
                assertThat(reader.breaks()).as("changes lost").isZero();
                assertThat(reader.others()).as("a hello and nothing else").isEqualTo(1);
            });
            assertThat(last.flatSince(first)).as("%s, then %s", first, last).isTrue();
            assertThat(Faults.in(server.log())).isEmpty();
        }
    }

    private static Member join(Swarm swarm, URI stream, Continuity reader) {
        var events = new Events(reader::take);
        var answer = new Answer(events::take, _ -> {});
        Member member = Member.connect(stream, "", answer::take);
        member.ask();
        swarm.join(member);
        return member;
    }

    /// Hundreds of clients connect and stall, until the server has disconnected the last of them.
    private static void wave(LibertyServer server, URI stream) {
        List<StalledReader> stalled =
                Stream.generate(() -> StalledReader.open(stream)).limit(STALLED).toList();
        await("stalled readers").atMost(PATIENCE).until(() -> server.subscribers() > HEALTHY);
        await("their end").atMost(PATIENCE).until(() -> server.subscribers() == HEALTHY);
        stalled.forEach(StalledReader::close);
    }

    private static Callable<Boolean> minutePassedSince(long start) {
        return () -> System.nanoTime() - start >= Duration.ofMinutes(1).toNanos();
    }

    private static Vitals print(LibertyServer server, long start) {
        Vitals vitals = Vitals.of(server.pid());
        System.out.printf(Locale.ROOT, "after %3d s: %s%n", (System.nanoTime() - start) / 1_000_000_000, vitals);
        return vitals;
    }

    private static void print(List<Continuity> readers, List<Member> members) {
        System.out.printf(
                "%s healthy readers: %s quotes, %s MB, %s changes lost%n",
                readers.size(),
                readers.stream().mapToLong(Continuity::quotes).sum(),
                members.stream().mapToLong(Member::received).sum() / 1_000_000,
                readers.stream().mapToLong(Continuity::breaks).sum());
    }
}
