package it.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Issuer;
import it.LibertyServer;
import it.Quotes;
import it.extension.SampleWar;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A thousand people get private messages, and the connection of each is cut three hundred times, at any moment: each
/// gets all of its own messages once and in order, and nobody gets, counts or resumes into those of others.
class PrivateMessagesSoak {

    private static final int USERS = Integer.getInteger("private.users", 1000);
    private static final int CUTS = Integer.getInteger("private.cuts", 300);
    private static final int WRITERS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(40);
    private static final Issuer ISSUER = Issuer.start();

    @Test
    void nobodyIsToldOfMessagesOfOthers() {
        try (var server = LibertyServer.start(
                        SampleWar.withAccounts(),
                        Map.of(
                                "IDENTITY_JWT_ISSUER",
                                ISSUER.id(),
                                "IDENTITY_JWT_AUDIENCE",
                                Issuer.AUDIENCE,
                                "REST_WRITES_PER_MINUTE",
                                "1000000",
                                "SIMULATOR_INSTRUMENTS",
                                "10"));
                ScheduledExecutorService cutter = Executors.newScheduledThreadPool(2)) {
            Quotes.awaitOneOfEach(server.uri());
            List<PrivateReader> readers = IntStream.range(0, USERS)
                    .mapToObj(user -> reader("user%s".formatted(user), user % 2 == 0))
                    .toList();
            try (var writers = new ReminderWriters(server.uri(), WRITERS, readers)) {
                long begun = System.nanoTime();
                readers.forEach(reader -> reader.start(server.uri(), CUTS, readers, cutter));
                await().atMost(PATIENCE)
                        .until(() -> readers.stream().allMatch(PrivateReader::isOver) || writers.failed());
                double seconds = (System.nanoTime() - begun) / 1e9;
                System.out.printf(
                        "%s cuts in %.0f s; %s messages written, %s read; %s ids of others; %s gaps; %s resumed; %s refused%n",
                        USERS * CUTS,
                        seconds,
                        writers.written(),
                        sum(readers, PrivateReader.Count.READ),
                        sum(readers, PrivateReader.Count.OF_OTHERS),
                        sum(readers, PrivateReader.Count.GAPS),
                        sum(readers, PrivateReader.Count.RESUMED),
                        sum(readers, PrivateReader.Count.REFUSED));
                assertThat(writers.faults()).isEmpty();
            }
            readers.forEach(reader -> reader.settle(server.uri()));
            assertThat(readers.stream().flatMap(reader -> reader.faults().stream()))
                    .isEmpty();
            assertThat(sum(readers, PrivateReader.Count.READ)).isGreaterThan(USERS);
            assertThat(sum(readers, PrivateReader.Count.RESUMED)).isGreaterThan(USERS);
            assertThat(sum(readers, PrivateReader.Count.OF_OTHERS)).isPositive();
        }
    }

    private static long sum(List<PrivateReader> readers, PrivateReader.Count count) {
        return readers.stream().mapToLong(reader -> reader.count(count)).sum();
    }

    private static PrivateReader reader(String name, boolean quotes) {
        return new PrivateReader(name, ISSUER.lastingToken(name, "read trade"), quotes);
    }

    /// The same for every run, so that a fault can be looked for again.
    static Random random(String name) {
        return new Random(name.hashCode());
    }
}
