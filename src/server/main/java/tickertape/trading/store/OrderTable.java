package tickertape.trading.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tickertape.store.EpochMicros;
import tickertape.store.Rows;
import tickertape.trading.order.Order;
import tickertape.trading.order.WireName;

/// The statements on the table of orders.
final class OrderTable {

    private static final int COLUMNS = 24;
    private static final String SELECT = "SELECT " + OrderRow.COLUMNS + " FROM trading_order WHERE ";

    /// H2 would read all orders of a player for `player = ANY (?) AND cl_ord_id = ANY (?)`.
    static final String NAMED = "SELECT " + OrderRow.COLUMNS
            + " FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY)) AS wanted (of_player, of_name)"
            + " JOIN trading_order ON player = of_player AND cl_ord_id = of_name";

    private OrderTable() {}

    static List<Order> ofIds(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        try (var statement = connection.prepareStatement(SELECT + "id = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray(Long[]::new)));
            return orders(statement);
        }
    }

    /// Those with the names that their players have given them.
    static List<Order> named(Connection connection, List<OrderName> names) throws SQLException {
        if (names.isEmpty()) {
            return List.of();
        }
        try (var statement = connection.prepareStatement(NAMED)) {
            setNames(connection, statement, names);
            return orders(statement);
        }
    }

    static void setNames(Connection connection, PreparedStatement statement, List<OrderName> names)
            throws SQLException {
        // What is there twice would be found twice.
        List<OrderName> wanted = names.stream().distinct().toList();
        Long[] players = wanted.stream().map(OrderName::player).toArray(Long[]::new);
        String[] texts = wanted.stream().map(OrderName::clOrdId).toArray(String[]::new);
        statement.setArray(1, connection.createArrayOf("bigint", players));
        statement.setArray(2, connection.createArrayOf("varchar", texts));
    }

    /// All that are open, the oldest first.
    static List<Order> open(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + "is_open ORDER BY id")) {
            return orders(statement);
        }
    }

    /// The oldest that are open.
    static List<Order> open(Connection connection, int most) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + "is_open ORDER BY id FETCH FIRST ? ROWS ONLY")) {
            statement.setInt(1, most);
            return orders(statement);
        }
    }

    static List<Order> openOf(Connection connection, long player) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + "player = ? AND is_open ORDER BY id")) {
            statement.setLong(1, player);
            return orders(statement);
        }
    }

    /// Those that have changed since a revision, in the order in which they came.
    static List<Order> changed(Connection connection, long revision) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + "revision > ? ORDER BY revision, id")) {
            statement.setLong(1, revision);
            return orders(statement);
        }
    }

    static Optional<Order> find(Connection connection, String account, long id) throws SQLException {
        try (var statement = connection.prepareStatement(
                SELECT + "id = ? AND player = (SELECT p.player FROM trading_player p WHERE p.account = ?)")) {
            statement.setLong(1, id);
            statement.setString(2, account);
            return orders(statement).stream().findFirst();
        }
    }

    /// A page of the orders of an account, the newest first.
    static List<Order> page(Connection connection, OrderQuery query) throws SQLException {
        var sql = new StringBuilder(SELECT)
                .append("player = (SELECT p.player FROM trading_player p WHERE p.account = ?) AND id < ?");
        switch (query.state()) {
            case ALL -> {}
            case OPEN -> sql.append(" AND is_open");
            case ENDED -> sql.append(" AND NOT is_open");
        }
        if (query.symbol().isPresent()) {
            sql.append(" AND symbol = ?");
        }
        sql.append(" ORDER BY id DESC FETCH FIRST ? ROWS ONLY");
        try (var statement = connection.prepareStatement(sql.toString())) {
            int at = 1;
            statement.setString(at++, query.account());
            statement.setLong(at++, query.before());
            if (query.symbol().isPresent()) {
                statement.setString(at++, query.symbol().get().text());
            }
            statement.setInt(at, query.limit());
            return orders(statement);
        }
    }

    static void insert(Connection connection, Collection<Order> orders) throws SQLException {
        try (var statement = connection.prepareStatement("INSERT INTO trading_order (%s, is_open) VALUES (%s)"
                .formatted(OrderRow.COLUMNS, String.join(", ", Collections.nCopies(COLUMNS, "?"))))) {
            for (Order order : orders) {
                OrderRow.write(statement, order);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /// Writes what can change of orders that are there.
    static void update(Connection connection, Collection<Order> orders) throws SQLException {
        try (var statement = connection.prepareStatement("""
                UPDATE trading_order SET cum_qty = ?, cum_cost = ?, ord_status = ?, exec_type = ?, triggered = ?,
                reason = ?, changed = ?, revision = ?, is_open = ? WHERE id = ?""")) {
            for (Order order : orders) {
                statement.setLong(1, order.cumQty());
                statement.setBigDecimal(2, order.cumCost());
                statement.setString(3, WireName.of(order.status()));
                statement.setString(4, WireName.of(order.execType()));
                statement.setBoolean(5, order.isTriggered());
                statement.setString(6, WireName.of(order.reason()));
                statement.setLong(7, EpochMicros.of(order.transactTime()));
                statement.setLong(8, order.revision());
                statement.setBoolean(9, order.isOpen());
                statement.setLong(10, order.id());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static List<Order> orders(PreparedStatement statement) throws SQLException {
        return Rows.all(statement, OrderRow::read);
    }
}
