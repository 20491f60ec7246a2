package tickertape.trading.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tickertape.store.EpochMicros;
import tickertape.trading.order.Decimals;
import tickertape.trading.order.ExecType;
import tickertape.trading.order.OrdStatus;
import tickertape.trading.order.OrdType;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;
import tickertape.trading.order.OrderTerms;
import tickertape.trading.order.PositionEffect;
import tickertape.trading.order.Side;
import tickertape.trading.order.TimeInForce;
import tickertape.trading.order.WireName;
import tickertape.wire.Symbol;

/// An order as columns.
final class OrderRow {

    static final String COLUMNS = """
            id, player, season, cl_ord_id, symbol, side, ord_type, time_in_force, order_qty, price, stop_px, cum_qty, \
            cum_cost, reserve_px, ord_status, exec_type, triggered, reason, created, changed, expires, revision, \
            position_effect""";

    private OrderRow() {}

    static Order read(ResultSet row) throws SQLException {
        var terms = new OrderTerms(
                new Symbol(row.getString(5)),
                WireName.find(Side.class, "side", row.getString(6)),
                WireName.find(OrdType.class, "ord_type", row.getString(7)),
                WireName.find(TimeInForce.class, "time_in_force", row.getString(8)),
                row.getLong(9),
                row.getBigDecimal(10),
                row.getBigDecimal(11));
        var effect = WireName.find(PositionEffect.class, "position_effect", row.getString(23));
        long expires = row.getLong(21);
        @Nullable Instant end = row.wasNull() ? null : EpochMicros.instant(expires);
        return new Order(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                terms,
                effect,
                row.getLong(12),
                Decimals.tidy(row.getBigDecimal(13)),
                Decimals.tidy(row.getBigDecimal(14)),
                WireName.find(OrdStatus.class, "ord_status", row.getString(15)),
                WireName.find(ExecType.class, "exec_type", row.getString(16)),
                row.getBoolean(17),
                WireName.find(OrderReason.class, "reason", row.getString(18)),
                EpochMicros.instant(row.getLong(19)),
                EpochMicros.instant(row.getLong(20)),
                end,
                row.getLong(22));
    }

    /// Sets all columns of a new one, and whether it is open after them.
    static void write(PreparedStatement statement, Order order) throws SQLException {
        OrderTerms terms = order.terms();
        statement.setLong(1, order.id());
        statement.setLong(2, order.player());
        statement.setString(3, order.season());
        statement.setString(4, order.clOrdId());
        statement.setString(5, terms.symbol().text());
        statement.setString(6, WireName.of(terms.side()));
        statement.setString(7, WireName.of(terms.ordType()));
        statement.setString(8, WireName.of(terms.timeInForce()));
        statement.setLong(9, terms.orderQty());
        set(statement, 10, terms.price());
        set(statement, 11, terms.stopPx());
        statement.setLong(12, order.cumQty());
        statement.setBigDecimal(13, order.cumCost());
        statement.setBigDecimal(14, order.reservePx());
        statement.setString(15, WireName.of(order.status()));
        statement.setString(16, WireName.of(order.execType()));
        statement.setBoolean(17, order.isTriggered());
        statement.setString(18, WireName.of(order.reason()));
        statement.setLong(19, EpochMicros.of(order.created()));
        statement.setLong(20, EpochMicros.of(order.transactTime()));
        @Nullable Instant expires = order.expires();
        if (expires == null) {
            statement.setNull(21, Types.BIGINT);
        } else {
            statement.setLong(21, EpochMicros.of(expires));
        }
        statement.setLong(22, order.revision());
        statement.setString(23, WireName.of(order.effect()));
        statement.setBoolean(24, order.isOpen());
    }

    private static void set(PreparedStatement statement, int at, @Nullable BigDecimal number) throws SQLException {
        if (number == null) {
            statement.setNull(at, Types.NUMERIC);
        } else {
            statement.setBigDecimal(at, number);
        }
    }
}
