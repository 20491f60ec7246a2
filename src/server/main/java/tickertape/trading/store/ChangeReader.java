package tickertape.trading.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tickertape.store.Database;
import tickertape.trading.ledger.Holdings;

/// Reads what is in the books, or what has changed in them, whoever has written it.
final class ChangeReader {

    private final Database database;
    private final HoldingsTable holdingsTable;

    ChangeReader(Database database) {
        this.database = database;
        this.holdingsTable = new HoldingsTable(database.dialect());
    }

    BookState state() {
        return database.query(StateTable::read);
    }

    /// All players and holdings of the season, and all open orders.
    Changes all() {
        return database.transaction(connection -> {
            BookState state = StateTable.lock(connection);
            Map<Long, Holdings> holdings = holdingsTable.all(connection, state.season());
            return new Changes(
                    state.revision(),
                    true,
                    state.season(),
                    state.seasonBegin(),
                    PlayerTable.ofNumbers(connection, holdings.keySet()),
                    List.copyOf(holdings.values()),
                    OrderTable.open(connection),
                    List.of());
        });
    }

    /// What has changed since a revision of the same season.
    Changes since(long revision) {
        return database.transaction(connection -> since(connection, StateTable.lock(connection), revision));
    }

    private Changes since(Connection connection, BookState state, long revision) throws SQLException {
        List<Long> players = HoldingsTable.changed(connection, state.season(), revision);
        return new Changes(
                state.revision(),
                false,
                state.season(),
                state.seasonBegin(),
                PlayerTable.ofNumbers(connection, players),
                new ArrayList<>(
                        holdingsTable.of(connection, state.season(), players).values()),
                OrderTable.changed(connection, revision),
                FillTable.changed(connection, revision));
    }
}
