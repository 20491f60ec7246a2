package tickertape.chat.store;

import java.sql.Connection;
import java.sql.SQLException;

/// The statements on the table of rooms.
final class RoomTable {

    private RoomTable() {}

    /// Takes the next place in a room; in a transaction that has taken its revisions.
    static long next(Connection connection, String room) throws SQLException {
        try (var statement =
                connection.prepareStatement("UPDATE chat_room SET last_seq = last_seq + 1 WHERE room = ?")) {
            statement.setString(1, room);
            if (statement.executeUpdate() == 0) {
                insert(connection, room);
                return 1;
            }
        }
        return last(connection, room);
    }

    /// The last place that was taken; 0 if nobody has written there.
    static long last(Connection connection, String room) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT last_seq FROM chat_room WHERE room = ?")) {
            statement.setString(1, room);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private static void insert(Connection connection, String room) throws SQLException {
        try (var statement = connection.prepareStatement("INSERT INTO chat_room (room, last_seq) VALUES (?, 1)")) {
            statement.setString(1, room);
            statement.executeUpdate();
        }
    }
}
