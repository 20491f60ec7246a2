package tickertape.alerts.store;

import java.sql.Connection;
import java.sql.SQLException;

/// Hears of firings in the transaction that writes them.
@FunctionalInterface
public interface FiringListener {

    /// Does nothing.
    FiringListener NONE = (_, _, _) -> {};

    /// Is called before the firings can be seen by others.
    ///
    /// @param first the number of the first of them
    /// @param last of the last; no other firing has a number between these
    void fired(Connection connection, long first, long last) throws SQLException;
}
