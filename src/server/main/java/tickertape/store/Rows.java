package tickertape.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What a query has found, as objects.
public final class Rows {

    private Rows() {}

    /// What makes an object of one row.
    ///
    /// @param <T> what it makes
    @FunctionalInterface
    public interface Reader<T> {
        /// Makes it of the row that the result is at; never moves on.
        T read(ResultSet row) throws SQLException;
    }

    /// Runs a query, and reads all that it finds, in its order.
    public static <T> List<T> all(PreparedStatement query, Reader<T> reader) throws SQLException {
        var found = new ArrayList<T>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }
}
