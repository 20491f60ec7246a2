package tickertape.trading.store;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tickertape.trading.ledger.Fill;
import tickertape.trading.ledger.Holdings;
import tickertape.trading.ledger.Position;
import tickertape.wire.Symbol;

/// What the entries and fills of a player come to in a season, as far as they were read: postings are never changed,
/// and their numbers rise, so reading goes on where it has stopped. One thread uses it.
final class PlayerSums {

    private final long player;
    private final Map<String, BigDecimal> entries = new HashMap<>();
    private final Map<Symbol, Position> positions = new HashMap<>();
    private long lastEntry;
    private long lastFill;
    private boolean isAtEnd;

    /// @param begin the last posting before the season
    PlayerSums(long player, long begin) {
        this.player = player;
        lastEntry = begin;
        lastFill = begin;
    }

    /// Reads on.
    ///
    /// @param most so many entries and so many fills; at least as many as a posting has
    /// @return how many rows it has read
    int read(PartRows rows, int most) throws SQLException {
        List<PartRows.Booked> booked = rows.entries(player, lastEntry, most);
        List<Fill> fills = FillTable.of(rows.connection(), rows.season(), player, lastFill, most);
        isAtEnd = booked.size() < most && fills.size() < most;
        add(whole(booked, most));
        fills.forEach(fill -> CheckRows.add(positions, fill));
        lastFill = fills.isEmpty() ? lastFill : fills.getLast().posting();
        return booked.size() + fills.size();
    }

    /// Without the last posting, if some of its entries are perhaps still to come.
    private static List<PartRows.Booked> whole(List<PartRows.Booked> booked, int most) {
        if (booked.size() < most) {
            return booked;
        }
        long last = booked.getLast().posting();
        List<PartRows.Booked> before =
                booked.stream().filter(each -> each.posting() < last).toList();
        // A posting of so many entries is none that the books have made: its sums are wrong whatever else is in it.
        return before.isEmpty() ? booked : before;
    }

    private void add(List<PartRows.Booked> booked) {
        booked.forEach(each -> entries.merge(each.asset(), each.amount(), BigDecimal::add));
        lastEntry = booked.isEmpty() ? lastEntry : booked.getLast().posting();
    }

    long player() {
        return player;
    }

    /// Whether all was read that there was the last time.
    boolean isAtEnd() {
        return isAtEnd;
    }

    /// Compares all of it with what the player has at this moment.
    void compare(@Nullable Holdings has, CheckRows.Held held, List<String> faults) {
        if (has != null) {
            BookCheck.compare(has, entries, positions, held, faults);
        } else if (!entries.isEmpty() || !positions.isEmpty() || held.orders() > 0) {
            faults.add(BookCheck.withoutAccount(player));
        }
    }
}
