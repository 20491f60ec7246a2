package tickertape.trading.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import tickertape.trading.order.Decimals;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;

/// What becomes of an order and its player's holdings in one step, with the posting and the fill of it if it has
/// traded.
///
/// @param fill empty if nothing was traded, with the posting
public record Settlement(Order order, Holdings holdings, Optional<Fill> fill, Optional<Posting> posting) {

    /// A player's first money.
    public static Posting deposit(long number, long player, BigDecimal cash) {
        return Posting.deposit(number, player, cash);
    }

    /// Trades some shares of an open order.
    ///
    /// If what opens a position takes more cash than the order holds back, and the rest of the cash does not
    /// cover that, as many shares are traded as it covers, and the rest of the order is canceled. What was
    /// sold short and can't be paid is not bought back; in a buy-in, the player pays what there is, and the
    /// house the rest.
    ///
    /// @param number of the posting
    /// @param revision of the transaction
    public static Settlement trade(
            Order order, Holdings holdings, long qty, BigDecimal px, long number, Instant now, long revision) {
        BigDecimal shares = BigDecimal.valueOf(qty);
        if (order.opens()) {
            BigDecimal missing = px.subtract(order.reservePx()).multiply(shares);
            return missing.compareTo(holdings.available()) <= 0
                    ? traded(order, order.filled(qty, px, now), holdings, qty, px, number, revision)
                    : asFarAsCovered(order, holdings, qty, px, number, now, revision);
        }
        if (!order.terms().isBuy()) {
            return traded(order, order.filled(qty, px, now), holdings, qty, px, number, revision);
        }
        BigDecimal there =
                holdings.available().add(holdings.freedBy(order.terms().symbol(), qty));
        BigDecimal paid = px.multiply(shares).compareTo(there) <= 0
                ? px
                : order.isBuyIn() ? there.divide(shares, Decimals.MOST, RoundingMode.DOWN) : BigDecimal.ZERO;
        return paid.signum() == 0
                ? end(order, order.canceled(OrderReason.NOT_ENOUGH_CASH, now), holdings)
                : traded(order, order.filled(qty, paid, now), holdings, qty, paid, number, revision);
    }

    private static Settlement asFarAsCovered(
            Order order, Holdings holdings, long qty, BigDecimal px, long number, Instant now, long revision) {
        long covered = holdings.available()
                .add(order.reservedCash())
                .divide(px, 0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(qty))
                .longValueExact();
        if (covered == 0) {
            return end(order, order.canceled(OrderReason.NOT_ENOUGH_CASH, now), holdings);
        }
        Order filled = order.filled(covered, px, now);
        Order after = filled.isOpen() ? filled.canceled(OrderReason.NOT_ENOUGH_CASH, now) : filled;
        return traded(order, after, holdings, covered, px, number, revision);
    }

    private static Settlement traded(
            Order before, Order after, Holdings holdings, long qty, BigDecimal px, long number, long revision) {
        BigDecimal money = px.multiply(BigDecimal.valueOf(qty));
        boolean buys = before.terms().isBuy();
        var fill = new Fill(
                number,
                before.id(),
                before.player(),
                before.season(),
                before.terms().symbol(),
                before.terms().side(),
                qty,
                px,
                after.transactTime(),
                revision);
        Posting posting = Posting.trade(
                number, before.player(), before.terms().symbol(), buys ? qty : -qty, buys ? money.negate() : money);
        return new Settlement(
                after, holdings.trading(before, after, qty, money), Optional.of(fill), Optional.of(posting));
    }

    /// Ends an open order.
    public static Settlement end(Order before, Order after, Holdings holdings) {
        return new Settlement(after, holdings.releasing(before), Optional.empty(), Optional.empty());
    }
}
