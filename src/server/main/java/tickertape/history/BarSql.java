package tickertape.history;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tickertape.store.Dialect;
import tickertape.wire.CandleMark;

/// What the statements about bars have in common: columns, how they are added up, and how they are read and set.
final class BarSql {

    static final String COLUMNS = "open, high, low, close, volume, turnover, trades, marks";

    static final String UNION = " UNION ALL ";

    /// So many selects are one statement, if there are more: each statement is a journey to PostgreSQL.
    static final int AT_ONCE = 100;

    private static final int COUNT = 8;
    private static final Marks QUOTES = Marks.NONE.plus(CandleMark.QUOTES);

    /// Later ones count from here.
    static final int AFTER_KEY = 2;

    private BarSql() {}

    /// What the rows of a group add up to, column by column; the first and the last price are those of its first and
    /// its last row that has prices. As in [Bar#plus], rows of quotes count only where none has trades.
    static String sums(Dialect dialect) {
        return "%s, %s, %s, %s, SUM(volume), SUM(turnover), SUM(trades), %s"
                .formatted(
                        first("open", "id"),
                        traded("MAX(high)"),
                        traded("MIN(low)"),
                        first("close", "id DESC"),
                        marks(dialect == Dialect.H2 ? "BIT_OR_AGG" : "BIT_OR"));
    }

    private static String first(String column, String order) {
        return "(ARRAY_AGG(%s ORDER BY CASE WHEN trades > 0 THEN 0 ELSE 1 END, %s) FILTER (WHERE open IS NOT NULL))[1]"
                .formatted(column, order);
    }

    private static String traded(String most) {
        return "COALESCE(%s FILTER (WHERE trades > 0), %1$s)".formatted(most);
    }

    /// 1 for a row that has a mark, and 0 for another. Both databases know how to divide, but not the same operators of
    /// bits.
    static String bit(Marks mark) {
        return "MOD(marks / %s, 2)".formatted(mark.bits());
    }

    private static String marks(String or) {
        String others = "marks - %s * %s".formatted(bit(QUOTES), QUOTES.bits());
        return "CASE WHEN MAX(trades) > 0 THEN %s(CASE WHEN trades > 0 THEN marks ELSE %s END) ELSE %1$s(marks) END"
                .formatted(or, others);
    }

    /// So many bars with prices, in the order of their keys; the parameters are the lowest key, the bound, and the
    /// number.
    static String select(BarTable table, boolean descending) {
        return "(SELECT id, %s FROM %s WHERE id >= ? AND id < ? AND open IS NOT NULL ORDER BY id%s FETCH FIRST ? ROWS ONLY)"
                .formatted(COLUMNS, table.sqlName(), descending ? " DESC" : "");
    }

    static String insert(BarTable table) {
        return "INSERT INTO %s (id, %s) VALUES (?, %s)"
                .formatted(
                        table.sqlName(),
                        COLUMNS,
                        String.join(
                                ", ",
                                IntStream.range(0, COUNT).mapToObj(i -> "?").toList()));
    }

    static String delete(BarTable table) {
        return "DELETE FROM %s WHERE id = ?".formatted(table.sqlName());
    }

    /// Deletes all from a key to a bound.
    static String deleteSpan(BarTable table) {
        return "DELETE FROM %s WHERE id >= ? AND id < ?".formatted(table.sqlName());
    }

    /// Sets the columns of a bar; without one, only its marks.
    static void set(PreparedStatement statement, int first, @Nullable Bar bar, Marks marks) throws SQLException {
        List<@Nullable BigDecimal> prices = bar == null
                ? java.util.Arrays.asList(null, null, null, null)
                : List.of(bar.open(), bar.high(), bar.low(), bar.close());
        int at = first;
        for (BigDecimal price : prices) {
            statement.setBigDecimal(at++, price);
        }
        statement.setBigDecimal(at++, bar == null ? BigDecimal.ZERO : bar.volume());
        statement.setBigDecimal(at++, bar == null ? BigDecimal.ZERO : bar.turnover());
        statement.setLong(at++, bar == null ? 0 : bar.trades());
        statement.setInt(at, marks.bits());
    }

    /// Reads the columns of a bar.
    ///
    /// @param scale how many decimals prices of the instrument have
    static Bar get(ResultSet row, int first, java.time.Instant start, int scale) throws SQLException {
        return new Bar(
                start,
                price(row.getBigDecimal(first), scale),
                price(row.getBigDecimal(first + 1), scale),
                price(row.getBigDecimal(first + 2), scale),
                price(row.getBigDecimal(first + 3), scale),
                row.getBigDecimal(first + 4),
                row.getBigDecimal(first + 5),
                row.getLong(first + 6),
                new Marks(row.getInt(first + 7)));
    }

    // A database may drop zeros at the end, or add some.
    private static BigDecimal price(BigDecimal price, int scale) {
        if (price.scale() == scale) {
            return price;
        }
        BigDecimal shortest = price.stripTrailingZeros();
        return shortest.scale() <= scale ? shortest.setScale(scale) : shortest;
    }
}
