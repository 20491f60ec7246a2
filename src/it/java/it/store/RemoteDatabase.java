package it.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A database in a process or thread of its own, which a test can stop, start again, and look into.
public interface RemoteDatabase extends AutoCloseable {

    /// Where it listens, now and after it was started again.
    int port();

    /// Its address for JDBC, as seen through this port.
    String url(int through);

    String user();

    void start();

    void stop();

    /// A connection past the server.
    default Connection connect() throws SQLException {
        return DriverManager.getConnection(url(port()), user(), "");
    }

    @Override
    default void close() {
        stop();
    }
}
