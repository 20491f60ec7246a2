package it.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Http;
import it.Instruments;
import it.LibertyServer;
import it.store.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
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
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// How long requests for bars take when there are six million of them, eight requests at a time.
///
/// With `-Dhistory.symbols` and `-Dhistory.days` there are fewer.
class HistorySpeedSoak {

    private static final int SYMBOLS = Integer.getInteger("history.symbols", 500);
    private static final int DAYS = Integer.getInteger("history.days", 30);
    private static final int YEAR = 252;
    private static final int MINUTES = 390;
    private static final int READERS = 8;
    private static final int REQUESTS = 250;

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final long ORIGIN = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond();
    private static final String COLUMNS = "(id, open, high, low, close, volume, turnover, trades, marks)";

    private final List<LocalDate> dates = dates();
    private final Random random = new Random(1);

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
            measure(
                    "PostgreSQL",
                    Map.of("DATABASE_URL", postgres.url(postgres.port()), "DATABASE_USER", postgres.user()),
                    directory -> postgres.connect());
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
        try (var server = LibertyServer.start(settings)) {
            // The server has made the tables and numbered the instruments.
            server.stop();
            try (Connection connection = source.open(server.directory())) {
                fill(connection);
                if (!database.isEmpty()) {
                    connection.setAutoCommit(true);
                    try (var statement = connection.createStatement()) {
                        statement.execute("VACUUM ANALYZE");
                    }
                }
            }
            server.startAgain();
            List<String> symbols = Instruments.of(server.uri()).symbols();
            URI first = server.uri("api/candles/%s?interval=P1D".formatted(symbols.getFirst()));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Http.get(first).body().length() > 2);
            for (int round = 0; round < 3; round++) {
                List<Duration> days = run(server, symbols, this::dayOfMinutes);
                List<Duration> year = run(server, symbols, symbol -> "interval=P1D");
                System.out.printf(
                        "%s, %s minutes: a day of minutes p50 %.2f ms, p99 %.2f ms; a year of days p50 %.2f ms, p99 %.2f ms%n",
                        name, SYMBOLS * DAYS * MINUTES, at(days, 50), at(days, 99), at(year, 50), at(year, 99));
            }
        }
    }

    private synchronized String dayOfMinutes(String symbol) {
        LocalDate date = dates.get(1 + random.nextInt(DAYS - 1));
        return "interval=PT1M&from=%s&to=%s"
                .formatted(
                        date.atStartOfDay(NEW_YORK).toInstant(),
                        date.plusDays(1).atStartOfDay(NEW_YORK).toInstant());
    }

    /// Asks for something, eight at a time.
    private interface Question {
        String of(String symbol);
    }

    private List<Duration> run(LibertyServer server, List<String> symbols, Question question) {
        var times = new ConcurrentLinkedQueue<Duration>();
        List<Future<?>> done = new ArrayList<>();
        try (var readers = Executors.newFixedThreadPool(READERS)) {
            for (int reader = 0; reader < READERS; reader++) {
                var chance = new Random(reader);
                done.add(readers.submit(() -> {
                    for (int request = 0; request < REQUESTS; request++) {
                        String symbol = symbols.get(chance.nextInt(symbols.size()));
                        times.add(ask(server.uri("api/candles/%s?%s".formatted(symbol, question.of(symbol)))));
                    }
                }));
            }
        }
        assertThat(done).allMatch(reader -> reader.state() == Future.State.SUCCESS);
        return times.stream().sorted().toList();
    }

    private static Duration ask(URI uri) {
        long start = System.nanoTime();
        var response = Http.get(uri);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).hasSizeGreaterThan(10_000);
        return time;
    }

    private static double at(List<Duration> sorted, int percent) {
        return sorted.get((sorted.size() - 1) * percent / 100).toNanos() / 1e6;
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
    private void fill(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var minutes = insert(connection, "history_minute");
                var days = insert(connection, "history_day")) {
            for (LocalDate date : dates.subList(0, DAYS).reversed()) {
                Instant open = date.atTime(LocalTime.of(9, 30)).atZone(NEW_YORK).toInstant();
                for (int minute = 0; minute < MINUTES; minute++) {
                    addAll(minutes, open.plusSeconds(60L * minute));
                    connection.commit();
                }
            }
            for (LocalDate date : dates) {
                addAll(days, date.atStartOfDay(NEW_YORK).toInstant());
                connection.commit();
            }
        }
    }

    private static PreparedStatement insert(Connection connection, String table) throws SQLException {
        return connection.prepareStatement(
                "INSERT INTO %s %s VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)".formatted(table, COLUMNS));
    }

    private void addAll(PreparedStatement statement, Instant start) throws SQLException {
        for (int symbol = 1; symbol <= SYMBOLS; symbol++) {
            BigDecimal price = BigDecimal.valueOf(20_000 + random.nextInt(1000), 2);
            BigDecimal volume = BigDecimal.valueOf(random.nextInt(1, 100_000));
            statement.setLong(1, ((long) symbol << 32) + (start.getEpochSecond() - ORIGIN) / 60);
            statement.setBigDecimal(2, price);
            statement.setBigDecimal(3, price.add(BigDecimal.ONE));
            statement.setBigDecimal(4, price.subtract(BigDecimal.ONE));
            statement.setBigDecimal(5, price);
            statement.setBigDecimal(6, volume);
            statement.setBigDecimal(7, volume.multiply(price));
            statement.setLong(8, random.nextInt(500));
            statement.setInt(9, 0);
            statement.addBatch();
        }
        statement.executeBatch();
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
