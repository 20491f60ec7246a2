package tickertape.trading.store;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tickertape.trading.matching.Match;
import tickertape.trading.order.OrderReason;
import tickertape.trading.order.OrderTerms;
import tickertape.wire.Symbol;

/// Something to be done with the books.
public sealed interface Command {

    /// A new order.
    ///
    /// @param reservePx how much cash each share holds back, if the order opens a position
    /// @param mayShort whether it may sell what is not there
    /// @param expires when it ends by itself; null if never
    /// @param refusal why it can't be taken now, unless it was taken before; `NONE` if it can
    record Place(
            Participant who,
            String clOrdId,
            OrderTerms terms,
            BigDecimal reservePx,
            boolean mayShort,
            @Nullable Instant expires,
            OrderReason refusal)
            implements Command {}

    /// Shares that were sold short have become too dear: the house buys them back.
    ///
    /// @param last the price that is too high
    record BuyIn(long player, Symbol symbol, BigDecimal last) implements Command {}

    /// The owner of an order wants it no more.
    record Cancel(String account, long order) implements Command {}

    /// An account is called something else now.
    record Rename(String account, String name) implements Command {}

    /// What the matcher has found.
    record Apply(Match match) implements Command {}

    /// An order has waited long enough.
    record Expire(long order, OrderReason reason) implements Command {}

    /// An order ends with what it belongs to.
    record Withdraw(long order, OrderReason reason) implements Command {}
}
