package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.market.ScriptedFeed;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.tape.Position;
import tickertape.testing.Tapes;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// What was before is read long after the start, or a new symbol gets its number late: bars form meanwhile.
class LateReadTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T14:30:00Z");
    private static final Symbol ACME = new Symbol("ACME");

    /// Far less than the database lets a statement wait.
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final TestDatabase database = TestDatabase.of(dialect(), "history");
    private final List<ServerRun> runs = new ArrayList<>();
    private ServerRun run;

    Dialect dialect() {
        return Dialect.H2;
    }

    @BeforeEach
    void start() {
        database.time().set(MORNING);
        run = begin("ACME");
    }

    @AfterEach
    void end() throws SQLException {
        runs.forEach(ServerRun::close);
        database.close();
    }

    private ServerRun begin(String... symbols) {
        return begin(new ScriptedFeed(symbols));
    }

    private ServerRun begin(ScriptedFeed feed) {
        var next = new ServerRun(database, feed);
        runs.add(next);
        return next;
    }

    @Test
    void newSymbolWhoseNumberIsLockedHoldsUpNoTick() {
        var feed = new ScriptedFeed("ACME");
        run = begin(feed);
        run.trade("ACME", "10.00", "1").tick();
        run.settle();

        whileNumberIsLocked("NEW", () -> {
            feed.discover("NEW");
            run.readFeed();
            assertTimeout(AT_ONCE, () -> tradeMinutes(run, "ACME", "NEW"));
            assertThat(run.stream(new Position(Tapes.EPOCH, 0), "ACME", "PT1M"))
                    .filteredOn(Candle::complete)
                    .hasSize(8)
                    .allSatisfy(minute -> assertThat(minute.marks()).isEmpty());
        });

        run.awaitRead("NEW");
        run.settle();
        run = begin("ACME", "NEW");
        run.tick();
        for (String symbol : List.of("ACME", "NEW")) {
            assertThat(run.candles(symbol, "PT1M"))
                    .hasSize(8)
                    .allSatisfy(minute -> assertThat(minute.marks()).isEmpty());
        }
    }

    @Test
    void startWhoseNumbersAreLockedHoldsUpNoTickAndTheCutMinuteIsOneBar() {
        run.trade("ACME", "9.00", "5").tick();
        run.tickAfter(Duration.ofSeconds(1));
        run.settle();
        database.time().pass(Duration.ofSeconds(20));
        run = begin("ACME", "NEW");

        whileNumberIsLocked("NEW", () -> assertTimeout(AT_ONCE, () -> tradeMinutes(run, "ACME")));

        run.awaitRead("ACME");
        assertCutOnce(run.candles("ACME", "PT1M"));
        List<Candle> streamed = run.stream(new Position(Tapes.EPOCH, 0), "ACME", "PT1M").stream()
                .filter(Candle::complete)
                .toList();
        assertThat(streamed.get(8))
                .as("whole")
                .isEqualTo(run.candles("ACME", "PT1M").getFirst());
        assertThat(streamed).last().isEqualTo(run.candles("ACME", "PT1M").getLast());
        run.settle();
        run = begin("ACME", "NEW");
        run.tick();
        assertCutOnce(run.candles("ACME", "PT1M"));
    }

    private static void assertCutOnce(List<Candle> minutes) {
        assertThat(minutes).hasSize(8);
        assertThat(minutes.getFirst().open()).isEqualByComparingTo("9.00");
        assertThat(minutes.getFirst().volume()).isEqualByComparingTo("6");
        assertThat(minutes.getFirst().marks()).containsExactly(CandleMark.RESTART);
        assertThat(minutes.subList(1, 8))
                .allSatisfy(minute -> assertThat(minute.marks()).isEmpty());
    }

    /// A database that is away at the start, for a while: all bars are those of a naive reader.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void barsOfAllLengthsAreThoseOfANaiveReader(long seed) {
        var random = new Random(seed);
        var trades = new ArrayList<Trade>();
        int away = 0;
        for (int tick = 0; tick < 1500; tick++) {
            int pause = random.nextInt(100);
            database.time()
                    .pass(Duration.ofMillis(
                            pause == 0 ? random.nextInt(8_000_000) : pause < 20 ? random.nextInt(200_000) : 250));
            for (int i = random.nextInt(3); i > 0; i--) {
                BigDecimal price = BigDecimal.valueOf(random.nextInt(900, 1100), 2);
                BigDecimal size = BigDecimal.valueOf(random.nextInt(1, 1000));
                trades.add(new Trade(ACME, price, size, database.time().instant(), null));
                run.trade("ACME", price.toString(), size.toString());
            }
            if (away > 0 && --away == 0) {
                database.recover();
            }
            run.tick();
            if (away == 0 && random.nextInt(100) == 0) {
                run.settle();
                database.goAway();
                away = random.nextInt(1, 60);
                run = begin("ACME");
            }
        }
        database.recover();
        run.tickAfter(Duration.ofSeconds(1));
        run.settle();
        assertBars(run, trades);
        ServerRun last = begin("ACME");
        last.tickAfter(Duration.ofSeconds(1));
        assertBars(last, trades);
    }

    private static void assertBars(ServerRun served, List<Trade> trades) {
        for (Interval interval : Interval.values()) {
            if (interval != Interval.SECOND) {
                List<Candle> expected = Bars.of(interval, ServerRun.CALENDAR, trades).stream()
                        .map(bar -> bar.candle(ACME, interval, true))
                        .toList();
                assertThat(served.page("ACME", interval.text(), null, null, "5000")
                                .candles())
                        .as(interval.text())
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("marks", "complete")
                        .isEqualTo(expected);
            }
        }
    }

    private void tradeMinutes(ServerRun server, String... symbols) {
        for (int minute = 0; minute < 8; minute++) {
            for (String symbol : symbols) {
                server.trade(symbol, "10.00", "1");
            }
            server.tickAlone();
            database.time().pass(Duration.ofMinutes(1));
            server.tickAlone();
        }
    }

    private void whileNumberIsLocked(String symbol, Runnable work) {
        boolean over = database.database().transaction(connection -> {
            takeNumber(connection, symbol);
            work.run();
            connection.rollback();
            return true;
        });
        assertThat(over).isTrue();
    }

    // Nobody else can take it now.
    private static void takeNumber(Connection connection, String symbol) throws SQLException {
        try (var statement = connection.prepareStatement("INSERT INTO history_instrument (id, symbol) VALUES (2, ?)")) {
            statement.setString(1, symbol);
            statement.executeUpdate();
        }
    }
}
