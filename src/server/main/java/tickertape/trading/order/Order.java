package tickertape.trading.order;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An order, and what has become of it.
///
/// @param player who has placed it
/// @param clOrdId its name by who has placed it: one of each name
/// @param cumQty how many shares were traded
/// @param cumCost what they came to together
/// @param effect whether it opens a position or closes one
/// @param reservePx how much cash each share holds back that is still to be traded; zero if it closes a
/// position
/// @param isTriggered whether it is a stop order that has become a market order
/// @param transactTime of what has happened last
/// @param expires when it ends by itself; null if never
/// @param revision of the transaction that has changed it last
public record Order(
        long id,
        long player,
        String season,
        String clOrdId,
        OrderTerms terms,
        PositionEffect effect,
        long cumQty,
        BigDecimal cumCost,
        BigDecimal reservePx,
        OrdStatus status,
        ExecType execType,
        boolean isTriggered,
        OrderReason reason,
        Instant created,
        Instant transactTime,
        @Nullable Instant expires,
        long revision) {

    /// How the names of orders begin that the house places for a player: no client may use it.
    public static final String HOUSE = "house:";

    public Order {
        if (cumQty < 0 || cumQty > terms.orderQty()) {
            throw new IllegalArgumentException("%s of %s shares were traded".formatted(cumQty, terms.orderQty()));
        }
        cumCost = Decimals.tidy(cumCost);
        reservePx = Decimals.tidy(reservePx);
        if (effect == PositionEffect.CLOSE && reservePx.signum() != 0) {
            throw new IllegalArgumentException("what closes a position holds back shares, not %s".formatted(reservePx));
        }
    }

    /// What has just been placed, without a number and an owner yet.
    public static Order placed(
            String season,
            String clOrdId,
            OrderTerms terms,
            PositionEffect effect,
            BigDecimal reservePx,
            Instant now,
            @Nullable Instant expires) {
        return new Order(
                0,
                0,
                season,
                clOrdId,
                terms,
                effect,
                0,
                BigDecimal.ZERO,
                effect == PositionEffect.OPEN ? reservePx : BigDecimal.ZERO,
                OrdStatus.NEW,
                ExecType.NEW,
                false,
                OrderReason.NONE,
                now,
                now,
                expires,
                0);
    }

    /// The same as the house's own: who owes the shares can't cancel it.
    public Order asBuyIn() {
        return with(cumQty, cumCost, status, execType, isTriggered, OrderReason.BUY_IN, transactTime);
    }

    /// Whether the house buys back what was sold short.
    public boolean isBuyIn() {
        return clOrdId.startsWith(HOUSE);
    }

    public boolean isOpen() {
        return status.isOpen();
    }

    /// How many shares are still to be traded.
    public long leavesQty() {
        return isOpen() ? terms.orderQty() - cumQty : 0;
    }

    /// The cash that it holds back.
    public BigDecimal reservedCash() {
        return reservePx.multiply(BigDecimal.valueOf(leavesQty()));
    }

    /// The shares that it holds back, or of what was sold short, those that are bought by it.
    public long reservedShares() {
        return opens() ? 0 : leavesQty();
    }

    public boolean opens() {
        return effect == PositionEffect.OPEN;
    }

    /// Whether it takes whatever price is there.
    public boolean isAtMarket() {
        return terms.ordType() == OrdType.MARKET || isTriggered;
    }

    /// Whether it waits for its stop price.
    public boolean isDormant() {
        return terms.ordType() == OrdType.STOP && !isTriggered;
    }

    /// What is left of an order at the market waits, because nothing more is shown.
    public Order filled(long qty, BigDecimal px, Instant now) {
        long all = cumQty + qty;
        boolean isWaiting = isAtMarket() && all < terms.orderQty();
        return with(
                all,
                cumCost.add(px.multiply(BigDecimal.valueOf(qty))),
                all == terms.orderQty() ? OrdStatus.FILLED : OrdStatus.PARTIALLY_FILLED,
                ExecType.TRADE,
                isTriggered,
                isBuyIn() ? OrderReason.BUY_IN : isWaiting ? OrderReason.NO_SIZE : OrderReason.NONE,
                now);
    }

    /// Nothing was shown that it could take.
    public Order unfilled() {
        return with(cumQty, cumCost, status, execType, isTriggered, OrderReason.NO_SIZE, transactTime);
    }

    public Order triggered(Instant now) {
        return with(cumQty, cumCost, status, ExecType.TRIGGERED_OR_ACTIVATED_BY_SYSTEM, true, OrderReason.NONE, now);
    }

    public Order canceled(OrderReason why, Instant now) {
        return with(cumQty, cumCost, OrdStatus.CANCELED, ExecType.CANCELED, isTriggered, why, now);
    }

    public Order expired(OrderReason why, Instant now) {
        return with(cumQty, cumCost, OrdStatus.EXPIRED, ExecType.EXPIRED, isTriggered, why, now);
    }

    private Order with(
            long cum, BigDecimal cost, OrdStatus next, ExecType exec, boolean isAwake, OrderReason why, Instant now) {
        return new Order(
                id, player, season, clOrdId, terms, effect, cum, cost, reservePx, next, exec, isAwake, why, created,
                now, expires, revision);
    }

    /// The same with its owner and its number.
    public Order of(long owner, long number) {
        return numbered(owner, number, revision);
    }

    public Order at(long newRevision) {
        return numbered(player, id, newRevision);
    }

    private Order numbered(long owner, long number, long newRevision) {
        return new Order(
                number,
                owner,
                season,
                clOrdId,
                terms,
                effect,
                cumQty,
                cumCost,
                reservePx,
                status,
                execType,
                isTriggered,
                reason,
                created,
                transactTime,
                expires,
                newRevision);
    }
}
