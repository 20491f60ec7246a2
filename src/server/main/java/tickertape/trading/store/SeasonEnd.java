package tickertape.trading.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import tickertape.store.Database;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;

/// The end of a season: all open orders end, and then everybody starts anew.
///
/// That takes many small transactions, or others would wait long for a large one. The first of them notes which season
/// comes next: from then on nobody trades, and whoever comes goes on with it, be it another server or one that starts
/// after a kill.
final class SeasonEnd {

    /// So many orders end in one transaction.
    static final int SOME = 500;

    private final Database database;
    private final HoldingsTable holdingsTable;
    private final SeasonTable seasonTable;

    SeasonEnd(Database database, HoldingsTable holdingsTable) {
        this.database = database;
        this.holdingsTable = holdingsTable;
        this.seasonTable = new SeasonTable(database.dialect());
    }

    /// Takes a step towards a season, or goes on with the end of one that was begun; throws `DatabaseException`.
    ///
    /// @return false if there was nothing to do
    boolean step(BookState.Next wanted, Instant now) {
        return database.transaction(connection -> {
            BookState state = StateTable.lock(connection);
            if (!state.isEnding() && !state.seasonBegin().isBefore(wanted.begin())) {
                return false;
            }
            step(connection, state, state.isEnding() ? state.next() : wanted, now);
            return true;
        });
    }

    private void step(Connection connection, BookState state, BookState.Next next, Instant now) throws SQLException {
        var set = new WorkingSet(state, holdingsTable);
        List<Order> some = OrderTable.open(connection, SOME);
        Bookkeeper.withdraw(connection, set, some, OrderReason.END_OF_SEASON, now);
        if (some.size() == SOME) {
            set.write(connection, state.ending(next));
            return;
        }
        if (!state.season().isEmpty()) {
            seasonTable.end(connection, state, now);
        }
        set.write(connection, state.begin(next));
    }
}
