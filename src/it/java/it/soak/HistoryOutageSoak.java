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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The database is away for a minute, while 500 instruments tick four times a second for a thousand subscribers: no bar
/// is lost or doubled, and no tick is later than before.
class HistoryOutageSoak {

    private static final Duration WARM_UP = Duration.ofSeconds(40);
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
        Instant begin;
        Instant away;
        Instant back;
        var audience = new TickAudience(server);
        try (audience) {
            begin = TickAudience.listen(WARM_UP);
            away = TickAudience.listen(OUTAGE);
            proxy.suffer(new Fault.Refuse());
            back = TickAudience.listen(OUTAGE);
            proxy.suffer(new Fault.None());
            TickAudience.listen(OUTAGE);
        }
        Lateness before = audience.between(begin, away);
        Lateness during = audience.between(away, back);
        Lateness after = audience.between(back, back.plus(OUTAGE));
        for (Lateness lateness : List.of(before, during, after)) {
            System.out.printf(
                    Locale.ROOT,
                    "p50 %.1f ms, p99 %.1f ms, %s ticks, at most %s ms apart%n",
                    lateness.p50(),
                    lateness.p99(),
                    lateness.ticks(),
                    lateness.widest());
        }
        assertThat(during.p99()).as("while it is away").isLessThanOrEqualTo(before.p99() * BOUND);
        assertThat(after.p99()).as("when it is back").isLessThanOrEqualTo(before.p99() * BOUND);
        assertThat((double) during.widest()).isLessThanOrEqualTo(before.widest() * BOUND);
    }
}
