package tickertape.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.BooleanSupplier;
import tickertape.store.BatchWriter;
import tickertape.wire.Symbol;

/// Writes the minutes that are forming: what is left of them if the server ends at once.
///
/// There is one row for each symbol. The next minute takes it only when the one before is among those that have ended.
///
/// @param waiting whether minutes that have ended are not written yet
record FormingWriter(InstrumentIds ids, BarWriter minutes, BooleanSupplier waiting)
        implements BatchWriter<FormingWriter.Forming> {

    /// The minute of a symbol so far.
    record Forming(Symbol symbol, Bar bar) {}

    private static final String UPDATE =
            "UPDATE history_forming SET started = ?, open = ?, high = ?, low = ?, close = ?, volume = ?, turnover = ?,"
                    + " trades = ?, marks = ? WHERE id = ?";
    private static final String INSERT =
            "INSERT INTO history_forming (started, " + BarSql.COLUMNS + ", id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int LAST = 10;

    @Override
    public void write(Connection connection, List<Forming> rows) throws SQLException {
        try (var update = connection.prepareStatement(UPDATE);
                var insert = connection.prepareStatement(INSERT)) {
            for (Forming row : rows) {
                set(update, row);
            }
            int[] counts = update.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0 || counts[i] == Statement.EXECUTE_FAILED) {
                    set(insert, rows.get(i));
                }
            }
            insert.executeBatch();
        }
    }

    /// A second later there are newer ones.
    @Override
    public boolean isLasting() {
        return false;
    }

    @Override
    public boolean isReady() {
        return minutes.isReady() && !waiting.getAsBoolean();
    }

    private void set(PreparedStatement statement, Forming row) throws SQLException {
        statement.setLong(1, row.bar().start().getEpochSecond());
        BarSql.set(statement, 2, row.bar(), row.bar().marks());
        statement.setInt(LAST, ids.known(row.symbol()));
        statement.addBatch();
    }
}
