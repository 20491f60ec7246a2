package tickertape.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Marks bars in the database of which more was found out after they had ended. Doing so again changes nothing.
record MarkWriter(InstrumentIds ids, LostRows lost) {

    /// @param rows those of them that are marks are written, and those that were lost before
    void write(Connection connection, List<HistoryRow> rows) throws SQLException {
        List<HistoryRow.Mark> all = Stream.concat(
                        lost.marks().stream(),
                        rows.stream().filter(HistoryRow.Mark.class::isInstance).map(HistoryRow.Mark.class::cast))
                .toList();
        for (BarTable table : all.isEmpty() ? new BarTable[0] : BarTable.values()) {
            Set<Long> keys = new LinkedHashSet<>();
            for (HistoryRow.Mark one : all) {
                if (one.interval() == table.interval()) {
                    keys.add(BarTable.key(ids.known(one.symbol()), one.start()));
                }
            }
            mark(connection, table, HistoryRow.Mark.GAP, List.copyOf(keys));
        }
    }

    /// Marks rows; where there is none, one of marks alone.
    static void mark(Connection connection, BarTable table, Marks mark, List<Long> keys) throws SQLException {
        String sql = "UPDATE %s SET marks = marks + CASE WHEN %s = 0 THEN %s ELSE 0 END WHERE id = ?"
                .formatted(table.sqlName(), BarSql.bit(mark), mark.bits());
        try (var update = connection.prepareStatement(sql);
                var insert = connection.prepareStatement(BarSql.insert(table))) {
            for (long key : keys) {
                update.setLong(1, key);
                update.addBatch();
            }
            int[] counts = update.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) {
                    insert.setLong(1, keys.get(i));
                    BarSql.set(insert, BarSql.AFTER_KEY, null, mark);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
