package tickertape.trading.board;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tickertape.trading.ledger.Holdings;
import tickertape.trading.store.EquityRow;

/// Says which points of the equity curves are kept: one a minute while the equity changes, and fewer the longer a
/// player
/// has been there, so that none has more than 500. One thread uses it.
public final class EquityCurve {

    private static final int MOST = 499;

    private final Board board;
    private final Map<Long, EquityRow> last = new HashMap<>();

    public EquityCurve(Board board) {
        this.board = board;
    }

    /// So many minutes lie between two points of who has been there so long.
    static int step(int minute) {
        int step = 1;
        while (minute / step >= MOST) {
            step *= 2;
        }
        return step;
    }

    /// The points that are new.
    public List<EquityRow> due(Instant now) {
        var rows = new ArrayList<EquityRow>();
        String season = board.season();
        board.equities()
                .forEach((player, equity) -> board.holdings(player).ifPresent(holdings -> {
                    EquityRow row = row(player, season, holdings, equity, now);
                    if (isNew(row)) {
                        last.put(player, row);
                        rows.add(row);
                    }
                }));
        return rows;
    }

    private EquityRow row(long player, String season, Holdings holdings, BigDecimal equity, Instant now) {
        int minute = (int) Math.max(0, Duration.between(holdings.joined(), now).toMinutes());
        int step = step(minute);
        @Nullable EquityRow before = last.get(player);
        boolean isWider = step > 1 && (before == null || before.step() != step);
        return new EquityRow(player, season, minute - minute % step, now, equity, step, isWider);
    }

    private boolean isNew(EquityRow row) {
        @Nullable EquityRow before = last.get(row.player());
        return before == null
                || !before.season().equals(row.season())
                || (before.minute() != row.minute() && before.equity().compareTo(row.equity()) != 0);
    }
}
