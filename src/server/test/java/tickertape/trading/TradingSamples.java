package tickertape.trading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tickertape.market.Tick;
import tickertape.trading.order.OrdType;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderTerms;
import tickertape.trading.order.PositionEffect;
import tickertape.trading.order.Side;
import tickertape.trading.order.TimeInForce;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// Orders, and quotes that they trade at or not.
public final class TradingSamples {

    public static final Symbol ACME = new Symbol("ACME");
    public static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    static final BigDecimal CASH = new BigDecimal("100000");
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private TradingSamples() {}

    public static OrderTerms market(Side side, long qty) {
        return new OrderTerms(ACME, side, OrdType.MARKET, TimeInForce.DAY, qty, null, null);
    }

    public static OrderTerms limit(Side side, long qty, String price) {
        return new OrderTerms(
                ACME, side, OrdType.LIMIT, TimeInForce.GOOD_TILL_CANCEL, qty, new BigDecimal(price), null);
    }

    public static OrderTerms stop(Side side, long qty, String price) {
        return new OrderTerms(ACME, side, OrdType.STOP, TimeInForce.GOOD_TILL_CANCEL, qty, null, new BigDecimal(price));
    }

    /// An order that was just placed.
    public static Order order(long id, OrderTerms terms) {
        return order(id, terms, terms.price() == null ? BigDecimal.TEN : terms.price());
    }

    public static Order order(long id, OrderTerms terms, BigDecimal reservePx) {
        PositionEffect effect = terms.isBuy() ? PositionEffect.OPEN : PositionEffect.CLOSE;
        return order(id, terms, effect, reservePx);
    }

    public static Order order(long id, OrderTerms terms, PositionEffect effect, BigDecimal reservePx) {
        return Order.placed("2026-11", "c" + id, terms, effect, reservePx, NOON, null)
                .of(1, id)
                .at(1);
    }

    /// A quote whose ask is a cent above its bid, which is the last price too.
    public static Quote quote(String bid, long size) {
        return quote(bid, size, QuoteStatus.TRADING);
    }

    public static Quote quote(String bid, long size, QuoteStatus status) {
        var price = new BigDecimal(bid);
        return quote(price, price.add(CENT), BigDecimal.valueOf(size), status);
    }

    public static Quote quote(String bid, String ask, long size) {
        return quote(new BigDecimal(bid), new BigDecimal(ask), BigDecimal.valueOf(size), QuoteStatus.TRADING);
    }

    /// What a source shows that knows trades only.
    public static Quote trade(String last, long size) {
        var price = new BigDecimal(last);
        return of(null, null, null, price, BigDecimal.valueOf(size), QuoteStatus.TRADING);
    }

    private static Quote quote(BigDecimal bid, BigDecimal ask, BigDecimal size, QuoteStatus status) {
        return of(bid, ask, size, bid, BigDecimal.ONE, status);
    }

    private static Quote of(
            @Nullable BigDecimal bid,
            @Nullable BigDecimal ask,
            @Nullable BigDecimal size,
            BigDecimal last,
            BigDecimal lastSize,
            QuoteStatus status) {
        return new Quote(
                ACME,
                bid,
                ask,
                size,
                size,
                last,
                lastSize,
                last,
                last,
                last,
                last,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                1,
                NOON,
                null,
                status);
    }

    public static Tick tick(Quote... quotes) {
        return new Tick(NOON, null, List.of(), List.of(quotes));
    }
}
