package it.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;

import it.Http;
import it.Instruments;
import it.LibertyServer;
import it.store.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How long requests for bars take when there are six million of them, eight requests at a time; those
/// that are added up, one at a time.
///
/// With `-Dhistory.symbols` and `-Dhistory.days` there are fewer.
class HistorySpeedSoak {

    private static final int SYMBOLS = Integer.getInteger("history.symbols", 500);
    private static final int DAYS = Integer.getInteger("history.days", 30);
    private static final int YEAR = 252;
    private static final int MINUTES = 390;
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 5;

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final long ORIGIN = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond();

    private final List<LocalDate> dates = dates();

    /// Something that is asked, and how long an answer may take.
    ///
    /// @param readers how many ask at a time
    /// @param limit milliseconds in which 99 of 100 come
    /// @param path with a place for a symbol
    private record Question(String name, int readers, int requests, double limit, Function<Random, String> path) {}

    private final List<Question> questions = List.of(
            // No database, and next to no JSON: what any answer takes on this machine.
            new Question("one instrument", 8, 250, Double.MAX_VALUE, _ -> "instruments/%s"),
            new Question("a day of minutes", 8, 250, 10, this::dayOfMinutes),
            new Question("a year of days", 1, 500, 5, _ -> "candles/%s?interval=P1D"),
            new Question("a year of days, 8 at a time", 8, 250, Double.MAX_VALUE, _ -> "candles/%s?interval=P1D"),
            new Question("500 of PT15M", 1, 100, 50, _ -> "candles/%s?interval=PT15M&limit=500"),
            new Question("500 of PT5M", 1, 100, 50, _ -> "candles/%s?interval=PT5M&limit=500"),
            new Question("a year of weeks", 1, 100, 50, _ -> "candles/%s?interval=P1W&limit=52"));

    @Test
    void h2AnswersInMilliseconds() throws SQLException {
        measure("H2", Map.of(), directory -> {
            Path file = find(directory);
            return DriverManager.getConnection(
                    "jdbc:h2:file:" + file.toString().replace(".mv.db", ""), "tickertape", "");
        });
    }

    @Test
    void postgresAnswersInMilliseconds() throws SQLException {
        try (var postgres = new PostgresServer()) {
            postgres.start();
            measure("PostgreSQL", postgres.settings(), directory -> postgres.connect());
        }
    }

    /// Opens the database past the server.
    private interface Source {
        Connection open(Path directory) throws SQLException;
    }

    private void measure(String name, Map<String, String> database, Source source) throws SQLException {
        var settings = new HashMap<>(database);
        settings.put("SIMULATOR_INSTRUMENTS", Integer.toString(SYMBOLS));
        settings.put("SIMULATOR_PACE", "steady");
        // Or the server deletes the oldest days while it is asked for them.
        settings.put("HISTORY_KEEP", "P%sD".formatted(2 * DAYS));
        try (var server = LibertyServer.start(settings)) {
            // The server has made the tables and numbered the instruments.
            server.stop();
            long start = System.nanoTime();
            try (Connection connection = source.open(server.directory())) {
                fill(connection, database.isEmpty() ? "SYSTEM_RANGE" : "generate_series");
                if (!database.isEmpty()) {
                    try (var statement = connection.createStatement()) {
                        statement.execute("VACUUM ANALYZE");
                    }
                }
            }
            System.out.printf("%s was filled in %s s%n", name, (System.nanoTime() - start) / 1_000_000_000);
            server.startAgain();
            List<String> symbols = Instruments.of(server.uri()).symbols();
            URI first = server.uri("api/candles/%s?interval=P1D".formatted(symbols.getFirst()));
            await().atMost(Duration.ofMinutes(1)).until(() -> Http.answers(200, first));
            for (int round = 0; round < WARM_UP; round++) {
                questions.forEach(question -> run(server, symbols, question));
            }
            assertAll(questions.stream().map(question -> () -> {
                List<Double> p99 = Stream.generate(() -> run(server, symbols, question))
                        .limit(ROUNDS)
                        .map(times -> {
                            System.out.printf(
                                    Locale.ROOT,
                                    "%s, %s minutes: %s p50 %.2f ms, p99 %.2f ms%n",
                                    name,
                                    SYMBOLS * DAYS * MINUTES,
                                    question.name(),
                                    at(times, 50),
                                    at(times, 99));
                            return at(times, 99);
                        })
                        .sorted()
                        .toList();
                assertThat(p99.get(ROUNDS / 2))
                        .as("%s: %s", name, question.name())
                        .isLessThanOrEqualTo(question.limit());
            }));
        }
    }

    private String dayOfMinutes(Random random) {
        LocalDate date = dates.get(1 + random.nextInt(DAYS - 1));
        return "candles/%%s?interval=PT1M&from=%s&to=%s"
                .formatted(
                        date.atStartOfDay(NEW_YORK).toInstant(),
                        date.plusDays(1).atStartOfDay(NEW_YORK).toInstant());
    }

    private static List<Long> run(LibertyServer server, List<String> symbols, Question question) {
        var times = new ConcurrentLinkedQueue<Long>();
        List<Future<?>> done = new ArrayList<>();
        try (var readers = Executors.newFixedThreadPool(question.readers())) {
            for (int reader = 0; reader < question.readers(); reader++) {
                done.add(readers.submit(() -> {
                    var random = new Random();
                    try (var asker = new Asker(server.uri())) {
                        for (int request = 0; request < question.requests(); request++) {
                            String symbol = symbols.get(random.nextInt(symbols.size()));
                            var reply = asker.ask(
                                    "/api/" + question.path().apply(random).formatted(symbol));
                            assertThat(reply.status()).isEqualTo(200);
                            assertThat(reply.length())
                                    .isGreaterThan(question.path().apply(random).contains("?") ? 5_000 : 50);
                            times.add(reply.nanos());
                        }
                    }
                    return times;
                }));
            }
        }
        assertThat(done).allMatch(reader -> reader.state() == Future.State.SUCCESS);
        return times.stream().sorted().toList();
    }

    private static double at(List<Long> sorted, int percent) {
        return sorted.get((sorted.size() - 1) * percent / 100) / 1e6;
    }

    private static List<LocalDate> dates() {
        var dates = new ArrayList<LocalDate>();
        for (LocalDate date = LocalDate.now(NEW_YORK).minusDays(1); dates.size() < YEAR; date = date.minusDays(1)) {
            if (date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY) {
                dates.add(date);
            }
        }
        return dates;
    }

    /// As a server writes them: minute by minute, all symbols.
    ///
    /// @param range the function of the database that counts
    private void fill(Connection connection, String range) throws SQLException {
        for (LocalDate date : dates.subList(0, DAYS).reversed()) {
            Instant open = date.atTime(LocalTime.of(9, 30)).atZone(NEW_YORK).toInstant();
            insert(connection, range, "history_minute", open, 1, MINUTES);
            insert(
                    connection,
                    range,
                    "history_hour",
                    date.atTime(9, 0).atZone(NEW_YORK).toInstant(),
                    60,
                    7);
        }
        for (LocalDate date : dates.reversed()) {
            insert(connection, range, "history_day", date.atStartOfDay(NEW_YORK).toInstant(), 1440, 1);
        }
    }

    private static void insert(Connection connection, String range, String table, Instant start, int minutes, int count)
            throws SQLException {
        String sql = """
                INSERT INTO %1$s (id, open, high, low, close, volume, turnover, trades, marks)
                SELECT id, price, price + 1, price - 1, price, size, size * price, MOD(size, 500), 0
                FROM (SELECT s.n * 4294967296 + ? + t.n * ? AS id, (20000 + MOD(s.n * 7919 + t.n * 31, 1000)) / 100.00 AS price,
                    1 + MOD(s.n * 104729 + t.n * 1299709, 100000) AS size
                  FROM %2$s(0, ?) AS t(n), %2$s(1, ?) AS s(n)) AS bar
                ORDER BY MOD(id, 4294967296), id""".formatted(table, range);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, (start.getEpochSecond() - ORIGIN) / 60);
            statement.setInt(2, minutes);
            statement.setInt(3, count - 1);
            statement.setInt(4, SYMBOLS);
            statement.executeUpdate();
        }
    }

    private static Path find(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".mv.db"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
