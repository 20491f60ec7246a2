package tickertape.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import tickertape.market.Leadership;
import tickertape.store.SoleWriter;

/// Whether this server writes the history of its database: of servers that share a market, the one that leads;
/// of others with one database, the one that came first. Safe for any thread.
public interface WriteTerm {

    /// Which time it writes; 0 while another one does. What it knew of the database in one term is void in the next.
    long term();

    /// Whether that has been found out.
    boolean isKnown();

    /// Whether it makes bars of what its own feed brings, though another server writes those.
    boolean makesItsOwn();

    /// To be called before a commit: the server may have been stopped since its transaction began. Throws, so that it
    /// is rolled back, if this is another term.
    void confirm(Connection connection, long its) throws SQLException;

    /// Of servers that share a market.
    static WriteTerm of(Leadership leadership) {
        return new WriteTerm() {

            @Override
            public long term() {
                return leadership.term();
            }

            @Override
            public boolean isKnown() {
                return true;
            }

            @Override
            public boolean makesItsOwn() {
                return false;
            }

            @Override
            public void confirm(Connection connection, long its) throws SQLTransientException {
                if (leadership.term() != its) {
                    throw new SQLTransientException("this server leads no longer");
                }
            }
        };
    }

    /// Of servers that share nothing but a database.
    static WriteTerm of(SoleWriter writer) {
        return new WriteTerm() {

            @Override
            public long term() {
                return writer.term();
            }

            @Override
            public boolean isKnown() {
                return writer.isKnown();
            }

            @Override
            public boolean makesItsOwn() {
                return true;
            }

            @Override
            public void confirm(Connection connection, long its) throws SQLException {
                if (writer.term() != its) {
                    throw new SQLTransientException("another server writes the history");
                }
                writer.confirm(connection);
            }
        };
    }
}
