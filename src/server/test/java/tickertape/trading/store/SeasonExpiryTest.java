package tickertape.trading.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.trading.TradingSamples.limit;
import static tickertape.trading.TradingSamples.market;
import static tickertape.trading.TradingSamples.quote;
import static tickertape.trading.order.Side.BUY;
import static tickertape.trading.store.BooksTest.placed;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;

/// Rows of seasons that ended long ago are deleted, and no others.
class SeasonExpiryTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final List<String> TABLES = List.of(
            "trading_account", "trading_position", "trading_order", "trading_fill", "trading_entry", "trading_equity");

    private TestDatabase database;

    /// Which database it is.
    Dialect dialect() {
        return Dialect.H2;
    }

    @BeforeEach
    void open() {
        database = TestDatabase.of(dialect(), "trading");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private Set<String> seasons(String table) {
        return database.database().query(connection -> {
            var found = new HashSet<String>();
            try (var statement = connection.prepareStatement("SELECT season FROM " + table);
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        });
    }

    private String play(Bench bench, String name) {
        bench.quote(quote("10.00", 50_000)).settle();
        String season = placed(bench.place("ann", name, market(BUY, 10))).season();
        placed(bench.place("bob", name, limit(BUY, 10, "9.00")));
        placed(bench.place("bob", name + "-2", market(BUY, 10)));
        database.execute(
                "INSERT INTO trading_equity (player, season, at_minute, noted, equity) VALUES (1, '%s', 0, 0, %s)"
                        .formatted(season, BigDecimal.TEN));
        return season;
    }

    private void sweep(Bench bench) {
        for (int i = 0; i < 10; i++) {
            bench.later();
        }
    }

    @Test
    void rowsGoSomeTimeAfterTheEndOfTheirSeason() {
        var bench = new Bench(database, "one");
        String first = play(bench, "a");
        database.time().pass(DAY);
        bench.settle();
        String second = play(bench, "b");
        database.time().pass(DAY);
        bench.settle();
        String third = play(bench, "c");
        sweep(bench);
        assertThat(TABLES).allSatisfy(table -> assertThat(seasons(table)).containsOnly(first, second, third));

        database.time().pass(DAY.plusMinutes(1));
        sweep(bench);

        assertThat(TABLES).allSatisfy(table -> assertThat(seasons(table)).containsOnly(second, third));
        assertThat(bench.store.fills("ann", Long.MAX_VALUE, 10)).hasSize(2);
        assertThat(bench.faults()).isEmpty();
        database.time().pass(DAY);
        sweep(bench);
        assertThat(TABLES).allSatisfy(table -> assertThat(seasons(table)).containsOnly(third));
        database.time().pass(DAY);
        sweep(bench);
        assertThat(TABLES).allSatisfy(table -> assertThat(seasons(table)).isEmpty());
        assertThat(seasons("trading_season")).doesNotContain(first, second, third);
        // The names of its orders are free again.
        play(bench, "a");
        assertThat(bench.faults()).isEmpty();
    }
}
