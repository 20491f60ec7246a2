package tickertape.trading.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tickertape.store.Dialect;
import tickertape.store.EpochMicros;
import tickertape.store.Rows;
import tickertape.trading.ledger.Holdings;
import tickertape.trading.ledger.Position;
import tickertape.trading.order.Decimals;
import tickertape.wire.Symbol;

/// The statements on the tables of what players have, in one season.
record HoldingsTable(Dialect dialect) {

    private static final List<String> KEYS = List.of("player", "season");
    private static final List<String> ACCOUNT =
            List.of("player", "season", "cash", "reserved", "open_orders", "joined", "revision");
    private static final List<String> POSITION_KEYS = List.of("player", "season", "symbol");
    private static final List<String> POSITION =
            List.of("player", "season", "symbol", "qty", "reserved_qty", "opening_qty", "cost", "realized", "revision");

    Map<Long, Holdings> of(Connection connection, String season, Collection<Long> players) throws SQLException {
        if (players.isEmpty()) {
            return Map.of();
        }
        var wanted = new OfPlayers(players);
        try (var accounts = connection.prepareStatement("SELECT player, cash, reserved, open_orders, joined FROM "
                        + wanted.in("trading_account", "player") + " WHERE season = ?");
                var positions = connection.prepareStatement(
                        "SELECT player, symbol, qty, reserved_qty, opening_qty, cost, realized FROM "
                                + wanted.in("trading_position", "player") + " WHERE season = ?")) {
            for (PreparedStatement statement : List.of(accounts, positions)) {
                wanted.set(connection, statement);
                statement.setString(2, season);
            }
            return read(accounts, positions);
        }
    }

    Map<Long, Holdings> all(Connection connection, String season) throws SQLException {
        try (var accounts = connection.prepareStatement(
                        "SELECT player, cash, reserved, open_orders, joined FROM trading_account WHERE season = ?");
                var positions = connection.prepareStatement(
                        "SELECT player, symbol, qty, reserved_qty, opening_qty, cost, realized"
                                + " FROM trading_position WHERE season = ?")) {
            accounts.setString(1, season);
            positions.setString(1, season);
            return read(accounts, positions);
        }
    }

    private static Map<Long, Holdings> read(PreparedStatement accounts, PreparedStatement positions)
            throws SQLException {
        var shares = new HashMap<Long, Map<Symbol, Position>>();
        try (ResultSet rows = positions.executeQuery()) {
            while (rows.next()) {
                shares.computeIfAbsent(rows.getLong(1), _ -> new HashMap<>())
                        .put(
                                new Symbol(rows.getString(2)),
                                new Position(
                                        rows.getLong(3),
                                        rows.getLong(4),
                                        rows.getLong(5),
                                        Decimals.tidy(rows.getBigDecimal(6)),
                                        Decimals.tidy(rows.getBigDecimal(7))));
            }
        }
        var found = new HashMap<Long, Holdings>();
        try (ResultSet rows = accounts.executeQuery()) {
            while (rows.next()) {
                long player = rows.getLong(1);
                found.put(
                        player,
                        new Holdings(
                                player,
                                rows.getBigDecimal(2),
                                rows.getBigDecimal(3),
                                rows.getInt(4),
                                EpochMicros.instant(rows.getLong(5)),
                                shares.getOrDefault(player, Map.of())));
            }
        }
        return found;
    }

    /// Whose have changed since a revision.
    static List<Long> changed(Connection connection, String season, long revision) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT player FROM trading_account WHERE season = ? AND revision > ?")) {
            statement.setString(1, season);
            statement.setLong(2, revision);
            return Rows.all(statement, row -> row.getLong(1));
        }
    }

    /// Writes what is not as it was before.
    void write(
            Connection connection,
            String season,
            Collection<Holdings> changed,
            Map<Long, Holdings> before,
            long revision)
            throws SQLException {
        try (var accounts = connection.prepareStatement(dialect.upsert("trading_account", KEYS, ACCOUNT));
                var positions =
                        connection.prepareStatement(dialect.upsert("trading_position", POSITION_KEYS, POSITION))) {
            for (Holdings holdings : changed) {
                accounts.setLong(1, holdings.player());
                accounts.setString(2, season);
                accounts.setBigDecimal(3, holdings.cash());
                accounts.setBigDecimal(4, holdings.reserved());
                accounts.setInt(5, holdings.openOrders());
                accounts.setLong(6, EpochMicros.of(holdings.joined()));
                accounts.setLong(7, revision);
                accounts.addBatch();
                Holdings old = before.get(holdings.player());
                for (Map.Entry<Symbol, Position> each : holdings.positions().entrySet()) {
                    if (old == null || !each.getValue().equals(old.positions().get(each.getKey()))) {
                        add(positions, holdings.player(), season, each.getKey(), each.getValue(), revision);
                    }
                }
            }
            accounts.executeBatch();
            positions.executeBatch();
        }
    }

    private static void add(
            PreparedStatement statement, long player, String season, Symbol symbol, Position position, long revision)
            throws SQLException {
        statement.setLong(1, player);
        statement.setString(2, season);
        statement.setString(3, symbol.text());
        statement.setLong(4, position.qty());
        statement.setLong(5, position.reservedQty());
        statement.setLong(6, position.openingQty());
        statement.setBigDecimal(7, position.cost());
        statement.setBigDecimal(8, position.realized());
        statement.setLong(9, revision);
        statement.addBatch();
    }
}
