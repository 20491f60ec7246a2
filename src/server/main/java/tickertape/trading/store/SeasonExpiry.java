package tickertape.trading.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tickertape.store.Database;

/// Deletes the rows of seasons that ended long ago: a little at a time, because orders wait meanwhile. One
/// thread uses it.
final class SeasonExpiry {

    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int PLAYERS = 20;
    private static final long NUMBERS = 250;

    private final Database database;
    private final Duration keep;
    private final InstantSource clock;
    private Instant next = Instant.EPOCH;

    /// @param keep how long rows stay after the end of their season
    SeasonExpiry(Database database, Duration keep, InstantSource clock) {
        this.database = database;
        this.keep = keep;
        this.clock = clock;
    }

    /// Deletes some, if it is time; throws `DatabaseException`.
    void sweep() {
        Instant now = clock.instant();
        if (now.isBefore(next) && next.isBefore(now.plus(INTERVAL))) {
            return;
        }
        boolean isMore = database.transaction(connection -> deleteSome(connection, now.minus(keep)));
        next = now.plus(isMore ? PAUSE : INTERVAL);
    }

    private static boolean deleteSome(Connection connection, Instant before) throws SQLException {
        Optional<SeasonTable.Ended> old = SeasonTable.first(connection, before);
        if (old.isEmpty()) {
            return false;
        }
        SeasonTable.Ended season = old.get();
        List<Long> players = SeasonTable.players(connection, season.season(), PLAYERS);
        if (!players.isEmpty()) {
            SeasonTable.delete(connection, season.season(), players);
        } else if (!deleteLowest(connection, "trading_entry", "posting", season.lastPosting())
                && !deleteLowest(connection, "trading_fill", "posting", season.lastPosting())
                && !deleteLowest(connection, "trading_order", "id", season.lastOrder())) {
            SeasonTable.delete(connection, season.season());
        }
        return true;
    }

    /// Deletes the lowest rows of a season, and says whether there were any.
    private static boolean deleteLowest(Connection connection, String table, String column, long last)
            throws SQLException {
        OptionalLong lowest = SeasonTable.lowest(connection, table, column);
        if (lowest.isEmpty() || lowest.getAsLong() > last) {
            return false;
        }
        SeasonTable.delete(connection, table, column, Math.min(last, lowest.getAsLong() + NUMBERS));
        return true;
    }
}
