package tickertape.chat.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import tickertape.store.EpochMicros;

/// Which messages may be seen: those up to a revision, and those of the time before this server that are old enough.
///
/// @param before the last revision of that time; 0 where the first bound is all
/// @param time when those were changed at the latest
public record Bound(long revision, long before, Instant time) {

    static final String SQL = "(m.revision <= ? OR (m.revision <= ? AND m.changed <= ?))";
    static final int PARAMETERS = 3;

    static Bound upTo(long revision) {
        return new Bound(revision, 0, Instant.EPOCH);
    }

    void set(PreparedStatement statement, int from) throws SQLException {
        statement.setLong(from, revision);
        statement.setLong(from + 1, before);
        statement.setLong(from + 2, EpochMicros.of(time));
    }
}
