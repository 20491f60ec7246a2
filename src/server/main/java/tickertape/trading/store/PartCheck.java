package tickertape.trading.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tickertape.store.Database;
import tickertape.trading.ledger.Holdings;
import tickertape.trading.order.Order;

/// Proves the same as [BookCheck], some rows at a time, because orders wait meanwhile: what was touched first, and
/// beside it all books in turn, players, postings and orders, from the beginning again at the end. One thread uses it.
final class PartCheck {

    /// So many entries of a player are read at once, and so many fills.
    static final int ROWS = 500;

    /// So many at once of those that were touched.
    private static final int TOUCHED_PLAYERS = 5;

    private static final int TOUCHED_ORDERS = 100;

    /// So many at once of all in turn.
    private static final int PLAYERS = 10;

    private static final int POSTINGS = 500;
    private static final int ORDERS = 250;

    /// Of so many players it remembers what their rows came to.
    private static final int KNOWN = 10_000;

    private final Database database;
    private final HoldingsTable holdingsTable;
    private final Set<Long> players = new LinkedHashSet<>();
    private final Set<Long> orders = new LinkedHashSet<>();
    private final Map<Long, PlayerSums> known = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, PlayerSums> eldest) {
            return size() > KNOWN;
        }
    };
    private String season = "";
    private SeasonTable.Ended before = new SeasonTable.Ended("", 0, 0);
    private Stage stage = Stage.PLAYERS;
    private long at;
    private @Nullable PlayerSums reading;

    /// What is looked at in turn.
    private enum Stage {
        PLAYERS,
        POSTINGS,
        ORDERS,
        END
    }

    /// What a step has found.
    ///
    /// @param isRound whether all books have been looked at since the last time
    record Step(List<String> faults, boolean isRound) {}

    PartCheck(Database database) {
        this.database = database;
        this.holdingsTable = new HoldingsTable(database.dialect());
    }

    void touched(Changes changes) {
        changes.holdings().forEach(holdings -> players.add(holdings.player()));
        changes.orders().stream().map(Order::id).forEach(orders::add);
    }

    /// How many players and orders that were touched still wait.
    int waiting() {
        return players.size() + orders.size();
    }

    /// Looks at some rows; throws `DatabaseException`.
    ///
    /// @param isNext whether at some of the next ones as well, and not only at those that were touched
    Step step(boolean isNext) {
        return database.transaction(connection -> {
            BookState state = StateTable.lock(connection);
            if (!state.season().equals(season)) {
                begin(connection, state.season());
            }
            var faults = new ArrayList<String>();
            checkTouched(connection, faults);
            if (isNext) {
                checkNext(connection, state, faults);
            }
            boolean isRound = stage == Stage.END;
            if (isRound) {
                enter(Stage.PLAYERS, 0);
            }
            return new Step(BookCheck.first(faults), isRound);
        });
    }

    private void begin(Connection connection, String next) throws SQLException {
        season = next;
        before = SeasonTable.last(connection);
        known.clear();
        reading = null;
        enter(Stage.PLAYERS, 0);
    }

    private void enter(Stage next, long from) {
        stage = next;
        at = from;
    }

    private void checkTouched(Connection connection, List<String> faults) throws SQLException {
        var rows = new PartRows(connection, season);
        int read = 0;
        var whole = new ArrayList<PlayerSums>();
        for (long player : players.stream().limit(TOUCHED_PLAYERS).toList()) {
            PlayerSums sums = known.computeIfAbsent(player, this::sums);
            read += sums.read(rows, ROWS);
            if (!sums.isAtEnd()) {
                break;
            }
            whole.add(sums);
            players.remove(player);
            if (read >= ROWS) {
                break;
            }
        }
        compare(connection, whole, faults);
        List<Long> some = orders.stream().limit(TOUCHED_ORDERS).toList();
        checkOrders(rows, some, faults);
        some.forEach(orders::remove);
    }

    private PlayerSums sums(long player) {
        return new PlayerSums(player, before.lastPosting());
    }

    private void compare(Connection connection, List<PlayerSums> whole, List<String> faults) throws SQLException {
        if (whole.isEmpty()) {
            return;
        }
        List<Long> theirs = whole.stream().map(PlayerSums::player).toList();
        Map<Long, Holdings> holdings = holdingsTable.of(connection, season, theirs);
        Map<Long, CheckRows.Held> held = new CheckRows(connection, season).held(theirs);
        for (PlayerSums sums : whole) {
            sums.compare(
                    holdings.get(sums.player()),
                    held.getOrDefault(sums.player(), CheckRows.Held.NOTHING),
                    faults);
        }
    }

    private static void checkOrders(PartRows rows, Collection<Long> some, List<String> faults) throws SQLException {
        if (!some.isEmpty()) {
            rows.ordersUnlikeFills(some).forEach(order -> faults.add(BookCheck.unlikeFills(order)));
        }
    }

    private void checkNext(Connection connection, BookState state, List<String> faults) throws SQLException {
        var rows = new PartRows(connection, season);
        switch (stage) {
            case PLAYERS -> checkPlayers(connection, rows, faults);
            case POSTINGS -> {
                long last = Math.min(state.posting(), at + POSTINGS);
                rows.unbalanced(at, last).forEach(posting -> faults.add(BookCheck.unbalanced(posting)));
                rows.withoutAccount(at, last).forEach(player -> faults.add(BookCheck.withoutAccount(player)));
                at = last;
                if (last == state.posting()) {
                    enter(Stage.ORDERS, before.lastOrder());
                }
            }
            case ORDERS -> {
                long last = Math.min(state.order(), at + ORDERS);
                checkOrders(rows, LongStream.rangeClosed(at + 1, last).boxed().toList(), faults);
                at = last;
                if (last == state.order()) {
                    enter(Stage.END, 0);
                }
            }
            case END -> throw new IllegalStateException("a round is over, and none was begun");
        }
    }

    /// Reads the players one after the other from their first row on, whatever is known of them.
    private void checkPlayers(Connection connection, PartRows rows, List<String> faults) throws SQLException {
        int read = 0;
        var whole = new ArrayList<PlayerSums>();
        List<Long> next = rows.players(at, PLAYERS);
        for (long player : next) {
            PlayerSums sums = reading != null && reading.player() == player ? reading : sums(player);
            reading = sums;
            read += sums.read(rows, ROWS);
            if (!sums.isAtEnd()) {
                break;
            }
            whole.add(sums);
            var _ = known.put(player, sums);
            reading = null;
            at = player;
            if (read >= ROWS) {
                break;
            }
        }
        compare(connection, whole, faults);
        if (whole.size() == next.size() && next.size() < PLAYERS) {
            enter(Stage.POSTINGS, before.lastPosting());
        }
    }
}
