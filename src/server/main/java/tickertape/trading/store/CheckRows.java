package tickertape.trading.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tickertape.store.EpochMicros;
import tickertape.store.Rows;
import tickertape.trading.ledger.Fill;
import tickertape.trading.ledger.Position;
import tickertape.trading.order.Decimals;
import tickertape.trading.order.Side;
import tickertape.trading.order.WireName;
import tickertape.wire.Symbol;

/// What a check of the books reads, of a season.
///
/// @param players whose; all if it is empty
record CheckRows(Connection connection, String season, Collection<Long> players) {

    /// What open orders hold back of a player.
    ///
    /// @param shares that they are to sell, or to buy back; `opening` those that they are to add
    record Held(BigDecimal cash, int orders, Map<Symbol, Long> shares, Map<Symbol, Long> opening) {

        static final Held NOTHING = new Held(BigDecimal.ZERO, 0, Map.of(), Map.of());
    }

    /// Whether there is no entry of any season.
    static boolean isEmpty(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT 1 FROM trading_entry FETCH FIRST 1 ROWS ONLY");
                ResultSet rows = statement.executeQuery()) {
            return !rows.next();
        }
    }

    /// A statement on the rows of a table, whose name stands in the place of `%s`.
    private PreparedStatement statement(String sql, String table, String player) throws SQLException {
        var wanted = new OfPlayers(players);
        PreparedStatement statement =
                connection.prepareStatement(sql.formatted(players.isEmpty() ? table : wanted.in(table, player)));
        if (!players.isEmpty()) {
            wanted.set(connection, statement);
        }
        statement.setString(players.isEmpty() ? 1 : 2, season);
        return statement;
    }

    List<Long> unbalanced() throws SQLException {
        try (var statement = statement("""
                SELECT posting FROM %s WHERE season = ?
                GROUP BY posting, asset HAVING SUM(amount) <> 0""", "trading_entry", "player")) {
            return numbers(statement);
        }
    }

    List<Long> ordersUnlikeFills() throws SQLException {
        try (var statement = statement("""
                SELECT o.id FROM %s LEFT JOIN trading_fill f ON f.order_id = o.id
                WHERE o.season = ? GROUP BY o.id, o.cum_qty, o.cum_cost
                HAVING o.cum_qty <> COALESCE(SUM(f.last_qty), 0)
                OR o.cum_cost <> COALESCE(SUM(f.last_qty * f.last_px), 0)""", "trading_order o", "o.player")) {
            return numbers(statement);
        }
    }

    private static List<Long> numbers(PreparedStatement statement) throws SQLException {
        return Rows.all(statement, row -> row.getLong(1));
    }

    /// By player and asset, what its entries come to.
    Map<Long, Map<String, BigDecimal>> entries() throws SQLException {
        try (var statement = statement("""
                SELECT player, asset, SUM(amount) FROM %s WHERE season = ? AND player <> 0
                GROUP BY player, asset""", "trading_entry", "player");
                ResultSet rows = statement.executeQuery()) {
            var found = new HashMap<Long, Map<String, BigDecimal>>();
            while (rows.next()) {
                found.computeIfAbsent(rows.getLong(1), _ -> new HashMap<>())
                        .put(rows.getString(2), rows.getBigDecimal(3));
            }
            return found;
        }
    }

    /// By player and symbol, what its fills make of it.
    Map<Long, Map<Symbol, Position>> positions() throws SQLException {
        try (var statement = statement("""
                SELECT posting, order_id, player, symbol, side, last_qty, last_px, traded FROM %s
                WHERE season = ? ORDER BY posting""", "trading_fill", "player");
                ResultSet rows = statement.executeQuery()) {
            var found = new HashMap<Long, Map<Symbol, Position>>();
            while (rows.next()) {
                var fill = new Fill(
                        rows.getLong(1),
                        rows.getLong(2),
                        rows.getLong(3),
                        season,
                        new Symbol(rows.getString(4)),
                        WireName.find(Side.class, "side", rows.getString(5)),
                        rows.getLong(6),
                        Decimals.tidy(rows.getBigDecimal(7)),
                        EpochMicros.instant(rows.getLong(8)),
                        0);
                found.computeIfAbsent(fill.player(), _ -> new HashMap<>())
                        .compute(fill.symbol(), (_, before) -> (before == null ? Position.NONE : before).after(fill));
            }
            return found;
        }
    }

    /// By player, what its open orders hold back.
    Map<Long, Held> held() throws SQLException {
        try (var statement = statement("""
                SELECT player, symbol, SUM(reserve_px * (order_qty - cum_qty)), COUNT(*),
                SUM(CASE WHEN position_effect = 'close' THEN order_qty - cum_qty ELSE 0 END),
                SUM(CASE WHEN position_effect = 'close' THEN 0
                WHEN side = 'buy' THEN order_qty - cum_qty ELSE cum_qty - order_qty END)
                FROM %s WHERE season = ? AND is_open GROUP BY player, symbol""", "trading_order", "player");
                ResultSet rows = statement.executeQuery()) {
            var found = new HashMap<Long, Held>();
            while (rows.next()) {
                var symbol = new Symbol(rows.getString(2));
                var part = new Held(
                        rows.getBigDecimal(3),
                        rows.getInt(4),
                        Map.of(symbol, rows.getLong(5)),
                        Map.of(symbol, rows.getLong(6)));
                found.merge(rows.getLong(1), part, CheckRows::sum);
            }
            return found;
        }
    }

    private static Held sum(Held one, Held other) {
        return new Held(
                one.cash().add(other.cash()),
                one.orders() + other.orders(),
                sum(one.shares(), other.shares()),
                sum(one.opening(), other.opening()));
    }

    private static Map<Symbol, Long> sum(Map<Symbol, Long> one, Map<Symbol, Long> other) {
        var sum = new HashMap<>(one);
        other.forEach((symbol, qty) -> sum.merge(symbol, qty, Long::sum));
        return sum;
    }
}
