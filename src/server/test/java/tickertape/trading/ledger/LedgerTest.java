package tickertape.trading.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tickertape.trading.TradingSamples.ACME;
import static tickertape.trading.TradingSamples.NOON;
import static tickertape.trading.TradingSamples.limit;
import static tickertape.trading.TradingSamples.market;
import static tickertape.trading.TradingSamples.order;
import static tickertape.trading.order.Side.BUY;
import static tickertape.trading.order.Side.SELL;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.trading.order.OrdStatus;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;
import tickertape.trading.order.OrderTerms;

/// What orders and fills do to the books of a player.
class LedgerTest {

    private static final BigDecimal CASH = new BigDecimal("100000");

    private static Settlement trade(Order order, Holdings holdings, long qty, String px) {
        return Settlement.trade(order, holdings, qty, new BigDecimal(px), 7, NOON, 2);
    }

    private static OrderReason objection(Holdings holdings, OrderTerms terms) {
        return holdings.objection(order(1, terms), false);
    }

    @Test
    void buyerPaysWhatIsTradedAndHoldsBackTheRest() {
        Order order = order(1, limit(BUY, 100, "10.00"));
        Holdings holdings = Holdings.begin(1, CASH, NOON).reserving(order);
        assertThat(holdings.available()).isEqualByComparingTo("99000");

        Settlement settled = trade(order, holdings, 40, "9.90");

        assertThat(settled.holdings().cash()).isEqualByComparingTo("99604");
        assertThat(settled.holdings().reserved()).isEqualByComparingTo("600");
        assertThat(settled.holdings().position(ACME).qty()).isEqualTo(40);
        assertThat(settled.holdings().position(ACME).cost()).isEqualByComparingTo("396");
        assertThat(settled.order().status()).isEqualTo(OrdStatus.PARTIALLY_FILLED);
        assertThat(settled.posting())
                .hasValueSatisfying(posting -> assertThat(posting.entries()).hasSize(4));
        Order canceled = settled.order().canceled(OrderReason.USER_REQUEST, NOON);
        Holdings after =
                Settlement.end(settled.order(), canceled, settled.holdings()).holdings();
        assertThat(after.reserved()).isEqualByComparingTo("0");
        assertThat(after.openOrders()).isZero();
    }

    @Test
    void marketOrderTakesWhatTheCashCoversWhenThePriceHasRisen() {
        Order order = order(1, market(BUY, 100), new BigDecimal("1000.00"));
        Holdings holdings = Holdings.begin(1, CASH, NOON).reserving(order);

        Settlement settled = trade(order, holdings, 100, "1001.00");

        assertThat(settled.order().cumQty()).isEqualTo(99);
        assertThat(settled.order().status()).isEqualTo(OrdStatus.CANCELED);
        assertThat(settled.order().reason()).isEqualTo(OrderReason.NOT_ENOUGH_CASH);
        assertThat(settled.holdings().cash()).isEqualByComparingTo("901");
        assertThat(settled.holdings().reserved()).isEqualByComparingTo("0");
    }

    @Test
    void whatIsNotThereIsNotHeldBack() {
        Holdings holdings = Holdings.begin(1, CASH, NOON);
        assertThat(objection(holdings, limit(BUY, 10_000, "10.00"))).isEqualTo(OrderReason.NONE);
        assertThat(objection(holdings, limit(BUY, 10_001, "10.00"))).isEqualTo(OrderReason.NOT_ENOUGH_CASH);
        assertThat(objection(holdings, market(SELL, 1))).isEqualTo(OrderReason.NOT_ENOUGH_SHARES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> holdings.reserving(order(1, limit(BUY, 10_001, "10.00"))));
    }

    @Test
    void postingThatDoesNotBalanceCannotBeMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Posting(
                        1, List.of(new Entry(1, Posting.CASH, BigDecimal.ONE), new Entry(0, "A", BigDecimal.ONE))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsTradedTheBooksBalance(long seed) {
        var random = new SplittableRandom(seed);
        Holdings holdings = Holdings.begin(1, CASH, NOON);
        var postings = new ArrayList<>(List.of(Posting.deposit(0, 1, CASH)));
        Position replayed = Position.NONE;
        for (int number = 1; number < 2_000; number++) {
            BigDecimal px = BigDecimal.valueOf(random.nextLong(1, 200_00), 2);
            Order order = order(
                    number,
                    random.nextBoolean()
                            ? limit(BUY, random.nextLong(1, 500), px.toPlainString())
                            : limit(SELL, random.nextLong(1, 500), px.toPlainString()));
            if (holdings.objection(order, false) != OrderReason.NONE) {
                continue;
            }
            holdings = holdings.reserving(order);
            BigDecimal at = px;
            Settlement settled =
                    Settlement.trade(order, holdings, random.nextLong(1, order.leavesQty() + 1), at, number, NOON, 1);
            holdings = settled.holdings();
            settled.posting().ifPresent(postings::add);
            replayed = replayed.after(settled.fill().orElseThrow());
            if (settled.order().isOpen()) {
                Order ended = settled.order().canceled(OrderReason.USER_REQUEST, NOON);
                holdings = Settlement.end(settled.order(), ended, holdings).holdings();
            }
        }
        Map<String, BigDecimal> own = postings.stream()
                .flatMap(posting -> posting.entries().stream())
                .filter(entry -> entry.player() == 1)
                .collect(Collectors.toMap(Entry::asset, Entry::amount, BigDecimal::add));
        assertThat(postings).hasSizeGreaterThan(100);
        assertThat(holdings.cash()).isEqualByComparingTo(own.get(Posting.CASH));
        assertThat(BigDecimal.valueOf(holdings.position(ACME).qty())).isEqualByComparingTo(own.get("ACME"));
        assertThat(holdings.position(ACME)).isEqualTo(replayed);
        assertThat(holdings.reserved()).isEqualByComparingTo("0");
        assertThat(holdings.openOrders()).isZero();
        // What was won is what there is more than at the beginning.
        BigDecimal won =
                holdings.cash().subtract(CASH).add(holdings.position(ACME).cost());
        assertThat(won).isEqualByComparingTo(holdings.position(ACME).realized());
    }
}
