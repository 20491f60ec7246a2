package tickertape.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.trading.TradingSamples.NOON;
import static tickertape.trading.TradingSamples.limit;
import static tickertape.trading.TradingSamples.market;
import static tickertape.trading.TradingSamples.order;
import static tickertape.trading.TradingSamples.quote;
import static tickertape.trading.TradingSamples.tick;
import static tickertape.trading.order.Side.BUY;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tickertape.trading.board.Prices;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;
import tickertape.wire.QuoteStatus;

/// Open orders say why they wait.
class WaitingTest {

    private final Prices prices = new Prices();

    private OrderInfo info(Order order) {
        return OrderInfo.of(order, new Waiting(prices).of(order));
    }

    @Test
    void acceptedOrderNeedsNoReasonWhileItsInstrumentTrades() {
        prices.put(tick(quote("10.00", 60)));

        assertThat(info(order(1, market(BUY, 10))))
                .extracting(OrderInfo::reason, OrderInfo::text)
                .containsOnlyNulls();
        assertThat(info(order(2, limit(BUY, 10, "9.00"))))
                .extracting(OrderInfo::reason)
                .isNull();
    }

    @Test
    void orderOfWhichSomethingIsLeftSaysSo() {
        prices.put(tick(quote("10.00", 60)));
        Order order = order(1, market(BUY, 10)).filled(6, BigDecimal.TEN, NOON);

        assertThat(info(order))
                .extracting(OrderInfo::reason, OrderInfo::text)
                .containsExactly("noSize", "waits: " + OrderReason.NO_SIZE.words());
        prices.put(tick(quote("10.00", 60, QuoteStatus.HALTED)));
        assertThat(info(order).reason()).isEqualTo("halted");
        assertThat(info(order.filled(4, BigDecimal.TEN, NOON)).reason()).isNull();
    }
}
