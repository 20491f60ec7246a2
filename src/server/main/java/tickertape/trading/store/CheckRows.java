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
import tickertape.store.Rows;
import tickertape.trading.ledger.Fill;
import tickertape.trading.ledger.Position;
import tickertape.wire.Symbol;

/// What a check of all books of a season reads.
record CheckRows(Connection connection, String season) {

    /// Of orders `o` and their fills `f`, leaves those that are not what their fills make them.
    static final String UNLIKE_FILLS = " GROUP BY o.id, o.cum_qty, o.cum_cost"
            + " HAVING o.cum_qty <> COALESCE(SUM(f.last_qty), 0)"
            + " OR o.cum_cost <> COALESCE(SUM(f.last_qty * f.last_px), 0)";

    /// What open orders hold back of a player.
    ///
    /// @param shares that they are to sell, or to buy back; `opening` those that they are to add
    record Held(BigDecimal cash, int orders, Map<Symbol, Long> shares, Map<Symbol, Long> opening) {

        static final String SELECT = """
                SELECT player, symbol, SUM(reserve_px * (order_qty - cum_qty)), COUNT(*),
                SUM(CASE WHEN position_effect = 'close' THEN order_qty - cum_qty ELSE 0 END),
                SUM(CASE WHEN position_effect = 'close' THEN 0
                WHEN side = 'buy' THEN order_qty - cum_qty ELSE cum_qty - order_qty END)
                FROM %s WHERE season = ? AND is_open GROUP BY player, symbol""";

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

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, season);
        return statement;
    }

    List<Long> unbalanced() throws SQLException {
        try (var statement = statement("""
                SELECT posting FROM trading_entry WHERE season = ?
                GROUP BY posting, asset HAVING SUM(amount) <> 0""")) {
            return numbers(statement);
        }
    }

    List<Long> ordersUnlikeFills() throws SQLException {
        try (var statement = statement("""
                SELECT o.id FROM trading_order o LEFT JOIN trading_fill f ON f.order_id = o.id
                WHERE o.season = ?""" + UNLIKE_FILLS)) {
            return numbers(statement);
        }
    }

    private static List<Long> numbers(PreparedStatement statement) throws SQLException {
        return Rows.all(statement, row -> row.getLong(1));
    }

    /// By player and asset, what its entries come to.
    Map<Long, Map<String, BigDecimal>> entries() throws SQLException {
        try (var statement = statement("""
                SELECT player, asset, SUM(amount) FROM trading_entry WHERE season = ? AND player <> 0
                GROUP BY player, asset""");
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
        try (var statement = FillTable.of(connection, season);
                ResultSet rows = statement.executeQuery()) {
            var found = new HashMap<Long, Map<Symbol, Position>>();
            while (rows.next()) {
                Fill fill = FillTable.read(rows);
                add(found.computeIfAbsent(fill.player(), _ -> new HashMap<>()), fill);
            }
            return found;
        }
    }

    /// Adds a fill to what those before have made.
    static void add(Map<Symbol, Position> positions, Fill fill) {
        positions.compute(fill.symbol(), (_, before) -> (before == null ? Position.NONE : before).after(fill));
    }

    /// By player, what its open orders hold back.
    Map<Long, Held> held() throws SQLException {
        try (var statement = statement(Held.SELECT.formatted("trading_order"))) {
            return held(statement);
        }
    }

    /// The same of some players.
    Map<Long, Held> held(Collection<Long> players) throws SQLException {
        var wanted = new OfPlayers(players);
        try (var statement =
                connection.prepareStatement(Held.SELECT.formatted(wanted.in("trading_order", "player")))) {
            wanted.set(connection, statement);
            statement.setString(2, season);
            return held(statement);
        }
    }

    private static Map<Long, Held> held(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
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
