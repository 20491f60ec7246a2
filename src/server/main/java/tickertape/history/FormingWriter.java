package tickertape.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import tickertape.store.BatchWriter;
import tickertape.wire.Symbol;

/// Writes the minutes that are forming: what is left of them if the server ends at once.
///
/// There is one row for each symbol. The next minute takes it only when the one before is among those that have ended.
/// One row more says when the market stood there: bars that had ended by then were not cut.
///
/// @param waiting whether minutes that have ended are not written yet
record FormingWriter(InstrumentIds ids, BarWriter minutes, BooleanSupplier waiting)
        implements BatchWriter<FormingWriter.Row> {

    /// The number that no instrument has.
    static final int MARKET = 0;

    /// What is written over what was written before it under the same key.
    sealed interface Row {

        Object key();
    }

    /// The minute of a symbol so far.
    record Forming(Symbol symbol, Bar bar) implements Row {

        @Override
        public Object key() {
            return symbol;
        }
    }

    /// The time of the market.
    record Moment(Instant time) implements Row {

        @Override
        public Object key() {
            return MARKET;
        }
    }

    private static final String UPDATE =
            "UPDATE history_forming SET started = ?, open = ?, high = ?, low = ?, close = ?, volume = ?, turnover = ?,"
                    + " trades = ?, marks = ? WHERE id = ?";
    private static final String INSERT =
            "INSERT INTO history_forming (started, " + BarSql.COLUMNS + ", id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int LAST = 10;

    @Override
    public void write(Connection connection, List<Row> rows) throws SQLException {
        try (var update = connection.prepareStatement(UPDATE);
                var insert = connection.prepareStatement(INSERT)) {
            for (Row row : rows) {
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

    private void set(PreparedStatement statement, Row row) throws SQLException {
        switch (row) {
            case Forming(Symbol symbol, Bar bar) -> {
                statement.setLong(1, bar.start().getEpochSecond());
                BarSql.set(statement, 2, bar, bar.marks());
                statement.setInt(LAST, ids.known(symbol));
            }
            case Moment(Instant time) -> {
                statement.setLong(1, time.getEpochSecond());
                BarSql.set(statement, 2, null, Marks.NONE);
                statement.setInt(LAST, MARKET);
            }
        }
        statement.addBatch();
    }
}
