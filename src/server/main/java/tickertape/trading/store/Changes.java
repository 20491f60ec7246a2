package tickertape.trading.store;

import java.time.Instant;
import java.util.List;
import tickertape.trading.ledger.Fill;
import tickertape.trading.ledger.Holdings;
import tickertape.trading.order.Order;

/// What one transaction has changed in the books, or several together.
///
/// @param revision of the last of them
/// @param isWhole whether this is all there is, and replaces what was known
/// @param holdings of the players whose money, shares or orders have changed
public record Changes(
        long revision,
        boolean isWhole,
        String season,
        Instant seasonBegin,
        List<Player> players,
        List<Holdings> holdings,
        List<Order> orders,
        List<Fill> fills) {}
