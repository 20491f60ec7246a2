package tickertape.trading.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import tickertape.store.EpochMicros;
import tickertape.store.Rows;
import tickertape.trading.ledger.Entry;
import tickertape.trading.ledger.Fill;
import tickertape.trading.ledger.Posting;
import tickertape.trading.order.Decimals;
import tickertape.trading.order.Side;
import tickertape.trading.order.WireName;
import tickertape.wire.Symbol;

/// The statements on the tables of fills and of the entries of the books.
final class FillTable {

    private static final String COLUMNS =
            "posting, order_id, player, season, symbol, side, last_qty, last_px, traded, revision";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM trading_fill WHERE ";

    private FillTable() {}

    static void insert(Connection connection, Collection<Fill> fills) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO trading_fill (%s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)".formatted(COLUMNS))) {
            for (Fill fill : fills) {
                statement.setLong(1, fill.posting());
                statement.setLong(2, fill.order());
                statement.setLong(3, fill.player());
                statement.setString(4, fill.season());
                statement.setString(5, fill.symbol().text());
                statement.setString(6, WireName.of(fill.side()));
                statement.setLong(7, fill.lastQty());
                statement.setBigDecimal(8, fill.lastPx());
                statement.setLong(9, EpochMicros.of(fill.time()));
                statement.setLong(10, fill.revision());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static void insert(Connection connection, String season, Collection<Posting> postings) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO trading_entry (posting, player, asset, season, amount) VALUES (?, ?, ?, ?, ?)")) {
            for (Posting posting : postings) {
                for (Entry entry : posting.entries()) {
                    statement.setLong(1, posting.number());
                    statement.setLong(2, entry.player());
                    statement.setString(3, entry.asset());
                    statement.setString(4, season);
                    statement.setBigDecimal(5, entry.amount());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    /// A statement on those of a season, in their order.
    static PreparedStatement of(Connection connection, String season) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(SELECT + "season = ? ORDER BY posting");
        statement.setString(1, season);
        return statement;
    }

    /// Some of a player in a season, in their order, after a posting.
    static List<Fill> of(Connection connection, String season, long player, long after, int most) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT
                + "player = ? AND posting > ? AND season = ? ORDER BY player, posting FETCH FIRST ? ROWS ONLY")) {
            statement.setLong(1, player);
            statement.setLong(2, after);
            statement.setString(3, season);
            statement.setInt(4, most);
            return fills(statement);
        }
    }

    static List<Fill> changed(Connection connection, long revision) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + "revision > ? ORDER BY posting")) {
            statement.setLong(1, revision);
            return fills(statement);
        }
    }

    /// Those of an account, the newest first.
    static List<Fill> page(Connection connection, String account, long before, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT
                + "player = (SELECT p.player FROM trading_player p WHERE p.account = ?) AND posting < ?"
                + " ORDER BY posting DESC FETCH FIRST ? ROWS ONLY")) {
            statement.setString(1, account);
            statement.setLong(2, before);
            statement.setInt(3, limit);
            return fills(statement);
        }
    }

    private static List<Fill> fills(PreparedStatement statement) throws SQLException {
        return Rows.all(statement, FillTable::read);
    }

    static Fill read(ResultSet row) throws SQLException {
        return new Fill(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                new Symbol(row.getString(5)),
                WireName.find(Side.class, "side", row.getString(6)),
                row.getLong(7),
                Decimals.tidy(row.getBigDecimal(8)),
                EpochMicros.instant(row.getLong(9)),
                row.getLong(10));
    }
}
