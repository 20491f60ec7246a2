package tickertape.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import tickertape.store.BatchWriter;

/// Writes rows in the term in which they were put, as long as this server leads. Nothing is written later: another
/// server goes on from what is in the database they share.
public record LeaderWriter<T>(BatchWriter<T> writer, WriteTerm right) implements BatchWriter<LeaderWriter.TermRow<T>> {

    /// A row, and the term in which it was put.
    public record TermRow<T>(long term, T row) {}

    @Override
    public void write(Connection connection, List<TermRow<T>> rows) throws SQLException {
        long term = right.term();
        List<T> own = of(term, rows);
        if (!own.isEmpty()) {
            writer.write(connection, own);
            right.confirm(connection, term);
        }
    }

    /// Those of the rows that are of this term.
    List<T> current(List<TermRow<T>> rows) {
        return of(right.term(), rows);
    }

    private static <T> List<T> of(long term, List<TermRow<T>> rows) {
        return rows.stream()
                .filter(one -> term != 0 && one.term() == term)
                .map(TermRow::row)
                .toList();
    }

    @Override
    public boolean isLasting() {
        return writer.isLasting();
    }

    /// Rows of who does not lead are not kept.
    @Override
    public boolean isReady() {
        return right.term() == 0 || (right.isKnown() && writer.isReady());
    }
}
