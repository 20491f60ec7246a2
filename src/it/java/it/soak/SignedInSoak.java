package it.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Issuer;
import it.LibertyServer;
import it.Quotes;
import it.extension.SampleWar;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What it costs to know who the subscribers are: 5,000 with a token, and private messages to read, beside 5,000
/// strangers. Both take turns on one server.
class SignedInSoak {

    private static final int SIZE = Integer.getInteger("signed-in.size", 5000);
    private static final int ROUNDS = Integer.getInteger("signed-in.rounds", 5);

    /// So often as many are opened before anything counts: a compiler needs tens of thousands of openings.
    private static final int WARM_UP = Integer.getInteger("signed-in.warm-up", 8);

    /// As many as a server lets in at once.
    private static final int OPENING = 50;

    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final Duration COUNTED = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double LEAST_PACE = 0.8;
    private static final double MOST_CPU = 1.10;
    private static final Issuer ISSUER = Issuer.start();

    /// @param pace streams opened in a second
    /// @param cpu microseconds of the server an event
    private record Round(double pace, double cpu) {}

    @Test
    void knowingWhoItIsCostsATenthAtMost() {
        List<String> tokens = IntStream.range(0, SIZE)
                .mapToObj(user -> ISSUER.lastingToken("user%s".formatted(user), "read"))
                .toList();
        try (var server = LibertyServer.start(
                SampleWar.withAccounts(),
                Map.of(
                        "IDENTITY_JWT_ISSUER",
                        ISSUER.id(),
                        "IDENTITY_JWT_AUDIENCE",
                        Issuer.AUDIENCE,
                        "SIMULATOR_INSTRUMENTS",
                        "10",
                        "TICKER_INTERVAL",
                        "PT0.25S"))) {
            Quotes.awaitOneOfEach(server.uri());
            IntFunction<String> known =
                    user -> "Accept: text/event-stream\r\nAuthorization: Bearer %s\r\n".formatted(tokens.get(user));
            List<Round> signedIn = new ArrayList<>();
            List<Round> anonymous = new ArrayList<>();
            IntFunction<String> unknown = _ -> "Accept: text/event-stream\r\n";
            for (int round = 0; round < WARM_UP; round++) {
                round(server, "quote,reminder", known, Duration.ZERO);
                round(server, "quote", unknown, Duration.ZERO);
            }
            for (int round = 0; round < ROUNDS; round++) {
                signedIn.add(print("signed in", round(server, "quote,reminder", known, COUNTED)));
                anonymous.add(print("anonymous", round(server, "quote", unknown, COUNTED)));
            }
            double pace = median(signedIn, Round::pace) / median(anonymous, Round::pace);
            double cpu = median(signedIn, Round::cpu) / median(anonymous, Round::cpu);
            System.out.printf(Locale.ROOT, "connects %.2f x, CPU an event %.3f x%n", pace, cpu);
            assertThat(pace).as("streams opened in a second").isGreaterThanOrEqualTo(LEAST_PACE);
            assertThat(cpu).as("CPU an event").isLessThanOrEqualTo(MOST_CPU);
        }
    }

    private static Round round(LibertyServer server, String topics, IntFunction<String> headers, Duration counted) {
        var greeted = new AtomicLong();
        var events = new AtomicLong();
        var opening = new Semaphore(OPENING);
        var swarm = new Swarm();
        try (swarm) {
            long begun = System.nanoTime();
            for (int user = 0; user < SIZE; user++) {
                var parser = new Events(event -> {
                    if (event.is("hello")) {
                        greeted.incrementAndGet();
                        opening.release();
                    }
                });
                var first = new long[1];
                var answer = new Answer(
                        bytes -> {
                            // Only the hello is looked at; of the rest, ends of events are counted.
                            if (first[0]++ == 0) {
                                parser.take(bytes.duplicate());
                            }
                            events.addAndGet(ends(bytes));
                        },
                        _ -> {});
                Member member =
                        Member.connect(server.uri("api/stream?topic=" + topics), headers.apply(user), answer::take);
                opening.acquireUninterruptibly();
                member.ask();
                swarm.join(member);
            }
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> greeted.get() == SIZE);
            double pace = SIZE / ((System.nanoTime() - begun) / 1e9);
            if (counted.isZero()) {
                return new Round(pace, 0);
            }
            TickAudience.listen(SETTLING);
            double before = Vitals.cpu(server.pid());
            long seen = events.get();
            TickAudience.listen(counted);
            double cpu = (Vitals.cpu(server.pid()) - before) * 1e6 / (events.get() - seen);
            return new Round(pace, cpu);
        } finally {
            assertThat(swarm.faults()).isEmpty();
            await().atMost(PATIENCE).until(() -> server.subscribers() == 0);
        }
    }

    // An event ends with an empty line; no event is empty.
    private static int ends(ByteBuffer bytes) {
        int ends = 0;
        byte last = 0;
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n' && last == '\n') {
                ends++;
            }
            last = next;
        }
        return ends;
    }

    private static Round print(String name, Round round) {
        System.out.printf(
                Locale.ROOT, "%s: %.0f connects a second, %.2f us an event%n", name, round.pace(), round.cpu());
        return round;
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }
}
