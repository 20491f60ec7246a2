package tickertape.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import tickertape.market.Leadership;
import tickertape.store.BatchWriter;

/// Writes rows as long as this server leads. Of one that did, nothing is written later: another server goes on from
/// what is in the database they share.
public record LeaderWriter<T>(BatchWriter<T> writer, Leadership leadership) implements BatchWriter<T> {

    @Override
    public void write(Connection connection, List<T> rows) throws SQLException {
        long term = leadership.term();
        if (term == 0) {
            return;
        }
        writer.write(connection, rows);
        if (leadership.term() != term) {
            // The server was stopped meanwhile, and the transaction is still open.
            throw new SQLTransientException("this server leads no longer");
        }
    }

    @Override
    public boolean isLasting() {
        return writer.isLasting();
    }

    @Override
    public boolean isReady() {
        return writer.isReady();
    }
}
