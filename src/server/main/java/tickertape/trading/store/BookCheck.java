package tickertape.trading.store;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tickertape.store.Database;
import tickertape.trading.ledger.Holdings;
import tickertape.trading.ledger.Position;
import tickertape.trading.ledger.Posting;
import tickertape.wire.Symbol;

/// Proves from the rows of a season that its books balance: each posting is zero in sum, and cash, shares and what is
/// held back are what entries, fills and open orders make them.
final class BookCheck {

    /// So many faults are told; one is too many.
    private static final int TOLD = 5;

    private final Database database;
    private final HoldingsTable holdingsTable;

    BookCheck(Database database) {
        this.database = database;
        this.holdingsTable = new HoldingsTable(database.dialect());
    }

    /// What is wrong with the season that is played; nothing if all is well. Throws `DatabaseException`.
    List<String> all() {
        return database.transaction(connection -> {
            // Nobody writes meanwhile.
            String season = StateTable.lock(connection).season();
            var rows = new CheckRows(connection, season);
            var faults = new ArrayList<String>();
            rows.unbalanced().forEach(posting -> faults.add(unbalanced(posting)));
            compare(rows, holdingsTable.all(connection, season), faults);
            rows.ordersUnlikeFills().forEach(order -> faults.add(unlikeFills(order)));
            return first(faults);
        });
    }

    static String unbalanced(long posting) {
        return "posting %s does not balance".formatted(posting);
    }

    static String unlikeFills(long order) {
        return "order %s is not what its fills make it".formatted(order);
    }

    static String withoutAccount(long player) {
        return "player %s has no account, but entries, fills or open orders".formatted(player);
    }

    /// Whether nobody has ever had anything. Throws `DatabaseException`.
    boolean isUnused() {
        return database.transaction(CheckRows::isEmpty);
    }

    static List<String> first(List<String> faults) {
        return faults.stream().limit(TOLD).toList();
    }

    private static void compare(CheckRows rows, Map<Long, Holdings> holdings, List<String> faults) throws SQLException {
        Map<Long, Map<String, BigDecimal>> entries = rows.entries();
        Map<Long, Map<Symbol, Position>> positions = rows.positions();
        Map<Long, CheckRows.Held> held = rows.held();
        var players = new TreeSet<>(holdings.keySet());
        players.addAll(entries.keySet());
        players.addAll(positions.keySet());
        players.addAll(held.keySet());
        for (long player : players) {
            Holdings has = holdings.get(player);
            if (has == null) {
                faults.add(withoutAccount(player));
                continue;
            }
            compare(
                    has,
                    entries.getOrDefault(player, Map.of()),
                    positions.getOrDefault(player, Map.of()),
                    held.getOrDefault(player, CheckRows.Held.NOTHING),
                    faults);
        }
    }

    /// Compares what a player has with what its rows come to.
    static void compare(
            Holdings has,
            Map<String, BigDecimal> entries,
            Map<Symbol, Position> positions,
            CheckRows.Held held,
            List<String> faults) {
        check(has, "cash", has.cash(), entries.getOrDefault(Posting.CASH, BigDecimal.ZERO), faults);
        BigDecimal margins = positions.values().stream().map(Position::margin).reduce(held.cash(), BigDecimal::add);
        check(has, "reserved", has.reserved(), margins, faults);
        check(has, "open orders", BigDecimal.valueOf(has.openOrders()), BigDecimal.valueOf(held.orders()), faults);
        var symbols = new HashMap<>(has.positions());
        positions.forEach((symbol, _) -> symbols.putIfAbsent(symbol, Position.NONE));
        held.shares().forEach((symbol, _) -> symbols.putIfAbsent(symbol, Position.NONE));
        symbols.forEach((symbol, position) -> {
            Position traded = positions.getOrDefault(symbol, Position.NONE);
            BigDecimal qty = BigDecimal.valueOf(position.qty());
            check(has, symbol + " by entries", qty, entries.getOrDefault(symbol.text(), BigDecimal.ZERO), faults);
            check(has, symbol + " by fills", qty, BigDecimal.valueOf(traded.qty()), faults);
            check(has, "cost of " + symbol, position.cost(), traded.cost(), faults);
            check(has, "realized of " + symbol, position.realized(), traded.realized(), faults);
            check(
                    has,
                    symbol + " reserved",
                    BigDecimal.valueOf(position.reservedQty()),
                    BigDecimal.valueOf(held.shares().getOrDefault(symbol, 0L)),
                    faults);
            check(
                    has,
                    symbol + " to come",
                    BigDecimal.valueOf(position.openingQty()),
                    BigDecimal.valueOf(held.opening().getOrDefault(symbol, 0L)),
                    faults);
        });
    }

    private static void check(Holdings has, String what, BigDecimal there, BigDecimal expected, List<String> faults) {
        if (there.compareTo(expected) != 0) {
            faults.add("player %s, %s: %s, but should be %s"
                    .formatted(has.player(), what, there.toPlainString(), expected.toPlainString()));
        }
    }
}
