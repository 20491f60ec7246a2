package it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import it.LibertyServer;
import it.Quotes;
import it.fault.Fault;
import it.fault.FaultyProxy;
import it.history.MinuteWatch;
import it.soak.TickAudience.Lateness;
import it.store.H2Server;
import it.store.PostgresServer;
import it.store.RemoteDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The database is away for a minute, while 500 instruments tick four times a second for a thousand subscribers: no bar
/// is lost or doubled, and no tick is later than before.
class HistoryOutageSoak {

    private static final Duration WARM_UP = Duration.ofSeconds(90);
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("outage.seconds", 60));
    private static final double BOUND = 1.10;

    /// So many symbols' trades are summed up from the wire.
    private static final int WATCHED = 25;

    private static final int MINUTES = 3;

    @Test
    void minuteWithoutPostgresCostsNoBarAndNoTime() {
        measure(new PostgresServer());
    }

    @Test
    void minuteWithoutH2CostsNoBarAndNoTime() {
        measure(new H2Server());
    }

    private static void measure(RemoteDatabase remote) {
        try (remote;
                var proxy = new FaultyProxy(URI.create("http://127.0.0.1:%s/".formatted(remote.port())))) {
            remote.start();
            try (var server = LibertyServer.start(Map.of(
                    "DATABASE_URL",
                    remote.url(proxy.uri().getPort()),
                    "DATABASE_USER",
                    remote.user(),
                    "SIMULATOR_INSTRUMENTS",
                    "500",
                    "TICKER_INTERVAL",
                    "PT0.25S"))) {
                Quotes.awaitOneOfEach(server.uri());
                var watch = new MinuteWatch(server, WATCHED);
                suffer(server, proxy);

                watch.end().assertServed(MINUTES);
            }
        }
    }

    private static void suffer(LibertyServer server, FaultyProxy proxy) {
        List<Instant> times = new ArrayList<>();
        var audience = new TickAudience(server);
        try (audience) {
            times.add(TickAudience.listen(WARM_UP));
            times.add(TickAudience.listen(OUTAGE));
            proxy.suffer(new Fault.Refuse());
            times.add(TickAudience.listen(OUTAGE));
            proxy.suffer(new Fault.None());
            times.add(TickAudience.listen(OUTAGE));
            times.add(TickAudience.listen(OUTAGE));
        }
        List<Lateness> minutes = IntStream.range(1, times.size())
                .mapToObj(i -> audience.between(times.get(i - 1), times.get(i)))
                .toList();
        minutes.forEach(lateness -> System.out.printf(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, %s ticks, at most %s ms apart%n",
                lateness.p50(),
                lateness.p99(),
                lateness.ticks(),
                lateness.widest()));
        // The machine itself has good and bad minutes.
        double bound = Math.max(minutes.getFirst().p99(), minutes.getLast().p99()) * BOUND;
        assertThat(minutes.get(1).p99()).as("while it is away").isLessThanOrEqualTo(bound);
        assertThat(minutes.get(2).p99()).as("when it is back").isLessThanOrEqualTo(bound);
        assertThat((double) minutes.get(1).widest())
                .isLessThanOrEqualTo(
                        Math.max(minutes.getFirst().widest(), minutes.getLast().widest()) * BOUND);
    }
}
