package it.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.LibertyServer;
import it.Measures;
import it.Quotes;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A thousand readers of a text that grows by forty pieces a second, and two hundred answers at once: how late pieces
/// are,
/// and what becomes of the quotes beside.
class CommentarySpeedSoak {

    private static final int READERS = Integer.getInteger("commentary.readers", 1000);
    private static final int ANSWERS = Integer.getInteger("commentary.answers", 200);
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration COUNTED = Duration.ofSeconds(40);
    private static final double MOST_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// When each piece came first to anybody, and how much later to the others, in nanoseconds. The swarm's thread uses
    /// it.
    private static final class Arrivals {

        private final Map<String, Long> first = new HashMap<>();
        private final List<Long> late = new ArrayList<>();
        private boolean counting;

        void take(Event event) {
            if (event.is("commentary") && event.id().isPresent()) {
                long now = System.nanoTime();
                long earliest = first.computeIfAbsent(event.id().get(), _ -> now);
                if (counting) {
                    late.add(now - earliest);
                }
            }
        }
    }

    @Test
    void piecesAreSoonThereAndQuotesGoOn() {
        try (var server = StoryServer.start(Map.of(
                "COMMENTARY_PACE",
                "PT1S",
                "COMMENTARY_SPEED",
                "40",
                "COMMENTARY_TEXTS",
                "1",
                "STREAM_SUBSCRIBERS",
                "5000"))) {
            Quotes.awaitOneOfEach(server.uri(""));
            var arrivals = new Arrivals();
            try (var swarm = new Swarm()) {
                IntStream.range(0, READERS)
                        .forEach(_ -> join(swarm, server.uri("api/stream?topic=commentary"), "", arrivals));
                await().atMost(PATIENCE).until(() -> server.server().subscribers() >= READERS);
                List<String> tokens = IntStream.range(0, ANSWERS)
                        .mapToObj(number -> StoryServer.token("asker" + number))
                        .toList();
                tokens.forEach(token -> {
                    String header = "Authorization: Bearer %s\r\n".formatted(token);
                    join(swarm, server.uri("api/stream?topic=answer"), header, arrivals);
                });
                TickAudience.listen(WARM_UP);
                Measures before = Measures.of(server.uri(""));
                tokens.forEach(server::ask);
                arrivals.counting = true;
                TickAudience.listen(COUNTED);
                arrivals.counting = false;
                report(before, Measures.of(server.uri("")), server.server());
                assertThat(swarm.faults()).isEmpty();
            }
            List<Long> late = arrivals.late.stream().sorted().toList();
            assertThat(late).hasSizeGreaterThan(READERS);
            double p99 = late.get(late.size() * 99 / 100) / 1e6;
            System.out.printf(
                    "%s pieces to %s readers: p50 %.1f ms, p99 %.1f ms, most %.1f ms after the first that got it%n",
                    late.size(), READERS, late.get(late.size() / 2) / 1e6, p99, late.getLast() / 1e6);
            assertThat(p99).isLessThan(MOST_MILLIS);
        }
    }

    private static void join(Swarm swarm, URI uri, String header, Arrivals arrivals) {
        var events = new Events(arrivals::take);
        var answer = new Answer(events::take, _ -> {});
        Member member = Member.connect(uri, "Accept: text/event-stream\r\n" + header, answer::take);
        member.ask();
        swarm.join(member);
    }

    /// Of the server's own histogram: from the tape to the end of the write.
    private static void report(Measures before, Measures after, LibertyServer server) {
        String name = "tickertape_stream_publish_to_write_seconds";
        double all = after.count(name + "_count") - before.count(name + "_count");
        double soon = after.count(name + "_bucket", "le", "0.05") - before.count(name + "_bucket", "le", "0.05");
        double skipped = after.count("tickertape_ticks_skipped_total") - before.count("tickertape_ticks_skipped_total");
        System.out.printf(
                "%s streams; of %.0f writes %.2f %% within 50 ms of the tape; %.0f ticks skipped%n",
                server.subscribers(), all, 100 * soon / all, skipped);
        assertThat(soon / all).isGreaterThan(0.99);
        assertThat(skipped).isZero();
    }
}
