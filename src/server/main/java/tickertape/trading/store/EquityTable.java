package tickertape.trading.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import tickertape.store.BatchWriter;
import tickertape.store.Database;
import tickertape.store.Dialect;
import tickertape.store.EpochMicros;
import tickertape.store.Rows;
import tickertape.trading.order.Decimals;

/// The statements on the table of equity curves.
public record EquityTable(Dialect dialect) implements BatchWriter<EquityRow> {

    private static final List<String> KEYS = List.of("player", "season", "at_minute");
    private static final List<String> COLUMNS = List.of("player", "season", "at_minute", "noted", "equity");

    @Override
    public void write(Connection connection, List<EquityRow> rows) throws SQLException {
        try (var insert = connection.prepareStatement(dialect.upsert("trading_equity", KEYS, COLUMNS));
                var thin = connection.prepareStatement(
                        "DELETE FROM trading_equity WHERE player = ? AND season = ? AND MOD(at_minute, ?) <> 0")) {
            for (EquityRow row : rows) {
                insert.setLong(1, row.player());
                insert.setString(2, row.season());
                insert.setInt(3, row.minute());
                insert.setLong(4, EpochMicros.of(row.time()));
                insert.setBigDecimal(5, row.equity());
                insert.addBatch();
                if (row.isWider()) {
                    thin.setLong(1, row.player());
                    thin.setString(2, row.season());
                    thin.setInt(3, row.step());
                    thin.addBatch();
                }
            }
            insert.executeBatch();
            thin.executeBatch();
        }
    }

    /// The points of an account in a season, the oldest first.
    public static List<EquityRow> of(Database database, String account, String season) {
        return database.query(connection -> {
            try (var statement = connection.prepareStatement("""
                    SELECT player, at_minute, noted, equity FROM trading_equity
                    WHERE player = (SELECT p.player FROM trading_player p WHERE p.account = ?) AND season = ?
                    ORDER BY at_minute""")) {
                statement.setString(1, account);
                statement.setString(2, season);
                return Rows.all(
                        statement,
                        row -> new EquityRow(
                                row.getLong(1),
                                season,
                                row.getInt(2),
                                EpochMicros.instant(row.getLong(3)),
                                Decimals.tidy(row.getBigDecimal(4)),
                                1,
                                false));
            }
        });
    }
}
