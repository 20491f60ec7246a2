package it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import it.LibertyServer;
import it.Measures;
import it.Quotes;
import it.soak.TickAudience.Lateness;
import it.store.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/// What the history costs: 500 instruments at four ticks a second and a thousand subscribers, with it and without.
///
/// Both servers are warm, and take turns; who has no turn is stopped by SIGSTOP.
class HistoryCostSoak {

    private static final int ROUNDS = Integer.getInteger("history.rounds", 5);
    private static final Duration SETTLING = Duration.ofSeconds(8);

    /// Each round has the end of a minute in it, and what is to be written then.
    private static final Duration COUNTED = Duration.ofMinutes(1);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("history.warm-up", 150));
    private static final double BOUND = 1.10;
    private static final int INSTRUMENTS = 500;

    /// So many minutes that form are written in a round at least, or the history has had nothing to do.
    private static final long MANY = 1000;

    /// What one round took.
    ///
    /// @param cpu seconds of the server's process
    private record Round(double cpu, Lateness lateness) {}

    @Test
    void h2CostsATenthAtMost() {
        compare("H2", Map.of());
    }

    @Test
    void postgresCostsATenthAtMost() {
        try (var postgres = new PostgresServer()) {
            postgres.start();
            compare("PostgreSQL", postgres.settings());
        }
    }

    private static void compare(String name, Map<String, String> database) {
        try (var with = start("true", database);
                var without = start("false", Map.of())) {
            signal("STOP", without);
            round(with, WARM_UP);
            List<Round> on = new ArrayList<>();
            List<Round> off = new ArrayList<>();
            swap(with, without);
            round(without, WARM_UP);
            for (int round = 0; round < ROUNDS; round++) {
                off.add(round(without, COUNTED));
                swap(without, with);
                long forming = rows(with, "history-forming");
                long ended = rows(with, "history");
                on.add(round(with, COUNTED));
                assertThat(rows(with, "history-forming")).as("bars that form").isGreaterThan(forming + MANY);
                assertThat(rows(with, "history")).as("bars that have ended").isGreaterThan(ended + INSTRUMENTS / 2);
                swap(with, without);
                print(name + ", on", on.getLast());
                print(name + ", off", off.getLast());
            }
            signal("CONT", with);
            double cpu = sum(on, Round::cpu) / sum(off, Round::cpu);
            double p99 = median(on, round -> round.lateness().p99())
                    / median(off, round -> round.lateness().p99());
            System.out.printf(Locale.ROOT, "%s: CPU %.3f x, p99 %.3f x%n", name, cpu, p99);
            assertThat(cpu).as("CPU, on against off").isLessThanOrEqualTo(BOUND);
            assertThat(p99).as("p99, on against off").isLessThanOrEqualTo(BOUND);
        }
    }

    private static LibertyServer start(String enabled, Map<String, String> database) {
        var settings = new HashMap<>(database);
        settings.put("HISTORY_ENABLED", enabled);
        settings.put("SIMULATOR_INSTRUMENTS", Integer.toString(INSTRUMENTS));
        settings.put("TICKER_INTERVAL", "PT0.25S");
        LibertyServer server = LibertyServer.start(settings);
        Quotes.awaitOneOfEach(server.uri());
        return server;
    }

    private static Round round(LibertyServer server, Duration counted) {
        Instant from;
        Instant to;
        double cpu;
        var audience = new TickAudience(server);
        try (audience) {
            from = TickAudience.listen(SETTLING);
            double before = Vitals.cpu(server.pid());
            to = TickAudience.listen(counted);
            cpu = Vitals.cpu(server.pid()) - before;
        }
        return new Round(cpu, audience.between(from, to));
    }

    private static long rows(LibertyServer server, String queue) {
        return Measures.of(server.uri()).count("tickertape_database_rows_total", "outcome", "written", "queue", queue);
    }

    private static void print(String name, Round round) {
        System.out.printf(
                Locale.ROOT,
                "%s: CPU %.2f s of %s, p50 %.1f ms, p99 %.1f ms, %s ticks%n",
                name,
                round.cpu(),
                COUNTED,
                round.lateness().p50(),
                round.lateness().p99(),
                round.lateness().ticks());
    }

    private static double sum(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).sum();
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }

    private static void swap(LibertyServer one, LibertyServer other) {
        signal("STOP", one);
        signal("CONT", other);
    }

    private static void signal(String signal, LibertyServer server) {
        try {
            var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(server.pid())).start();
            assertThat(kill.onExit().join().exitValue()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
