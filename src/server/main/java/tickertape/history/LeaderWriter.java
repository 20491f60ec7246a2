package tickertape.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import tickertape.market.Leadership;
import tickertape.store.BatchWriter;

/// Writes rows in the term in which they were put, as long as this server leads. Nothing is written later: another
/// server goes on from what is in the database they share.
public record LeaderWriter<T>(BatchWriter<T> writer, Leadership leadership)
        implements BatchWriter<LeaderWriter.TermRow<T>> {

    /// A row, and the term in which it was put.
    public record TermRow<T>(long term, T row) {}

    @Override
    public void write(Connection connection, List<TermRow<T>> rows) throws SQLException {
        long term = leadership.term();
        List<T> own = of(term, rows);
        if (!own.isEmpty()) {
            writer.write(connection, own);
            requireTerm(leadership, term);
        }
    }

    /// To be called before a commit: the server may have been stopped since its transaction began. Throws, so that it
    /// is rolled back, if this is another term.
    static void requireTerm(Leadership leadership, long term) throws SQLTransientException {
        if (leadership.term() != term) {
            throw new SQLTransientException("this server leads no longer");
        }
    }

    /// Those of the rows that are of this term.
    List<T> current(List<TermRow<T>> rows) {
        return of(leadership.term(), rows);
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
        return leadership.term() == 0 || writer.isReady();
    }
}
