package tickertape.chat.store;

import jakarta.ws.rs.core.Response.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import tickertape.web.ProblemException;

/// Somebody has read a room up to a message; what was read further before stays so.
public record Reading(String account, ReadMark mark) implements ChatChange<ReadMark> {

    @Override
    public ReadMark write(Connection connection, long revision, Instant now) throws SQLException {
        long last = RoomTable.last(connection, mark.room());
        if (mark.seq() > last) {
            throw beyond(mark, last);
        }
        ReadTable.advance(connection, account, mark, revision);
        return mark;
    }

    /// A 400, because nobody can have read so far.
    public static ProblemException beyond(ReadMark mark, long last) {
        return new ProblemException(
                Status.BAD_REQUEST, "the last message of %s is %s, not %s".formatted(mark.room(), last, mark.seq()));
    }
}
