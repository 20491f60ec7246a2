package tickertape.history;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tickertape.store.Dialect;

/// What the statements about bars have in common: columns, how they are added up, and how they are read and set.
final class BarSql {

    static final String COLUMNS = "open, high, low, close, volume, turnover, trades, marks";

    private static final int COUNT = 8;

    /// Later ones count from here.
    static final int AFTER_KEY = 2;

    private BarSql() {}

    /// Adds up the bars of each group; the first and the last price come from its first and its last row.
    /// Bars of marks alone have no prices.
    ///
    /// @param rows a query of rows with an id, these columns and a `span`, which is the same in a group
    /// @param end what follows the grouping, such as an order and a limit
    static String sum(Dialect dialect, BarTable table, String rows, String end) {
        String or = dialect == Dialect.H2 ? "BIT_OR_AGG" : "BIT_OR";
        return """
                SELECT total.id, opening.open, total.high, total.low, closing.close, total.volume, total.turnover,
                  total.trades, total.marks
                FROM (SELECT MIN(id) AS id, MIN(CASE WHEN open IS NOT NULL THEN id END) AS opened,
                    MAX(CASE WHEN open IS NOT NULL THEN id END) AS closed, MAX(high) AS high, MIN(low) AS low,
                    SUM(volume) AS volume, SUM(turnover) AS turnover, SUM(trades) AS trades, %s(marks) AS marks
                  FROM (%s) AS rows_of_spans GROUP BY span %s) AS total
                LEFT JOIN %s AS opening ON opening.id = total.opened
                LEFT JOIN %s AS closing ON closing.id = total.closed""".formatted(or, rows, end, table.sqlName(), table.sqlName());
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
        BigDecimal shortest = price.stripTrailingZeros();
        return shortest.scale() <= scale ? shortest.setScale(scale) : shortest;
    }
}
