package tickertape.trading.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static tickertape.trading.TradingSamples.ACME;
import static tickertape.trading.TradingSamples.NOON;
import static tickertape.trading.TradingSamples.limit;
import static tickertape.trading.TradingSamples.market;
import static tickertape.trading.TradingSamples.order;
import static tickertape.trading.TradingSamples.quote;
import static tickertape.trading.TradingSamples.stop;
import static tickertape.trading.TradingSamples.trade;
import static tickertape.trading.order.Side.BUY;
import static tickertape.trading.order.Side.SELL;

import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;
import tickertape.trading.order.OrderTerms;
import tickertape.wire.QuoteStatus;

/// Which orders trade at a quote, and in which order.
class MatcherTest {

    private final Matcher matcher = new Matcher();

    private void put(OrderTerms... terms) {
        for (int i = 0; i < terms.length; i++) {
            matcher.put(order(i + 1, terms[i]));
        }
    }

    /// Number, shares and price of each that trades.
    private static List<Tuple> trades(List<Match> matches) {
        return matches.stream()
                .map(Match.Trade.class::cast)
                .map(each -> tuple(each.order().id(), each.qty(), each.px().toPlainString()))
                .toList();
    }

    /// What the books make of it.
    private void settle(List<Match> matches) {
        for (Match match : matches) {
            switch (match) {
                case Match.Unfilled(Order order) -> matcher.put(order.unfilled());
                case Match.Trigger(Order order) -> matcher.put(order.triggered(NOON));
                case Match.Trade(Order order, long qty, BigDecimal px) -> {
                    matcher.put(order.filled(qty, px, NOON));
                    matcher.traded(ACME, order.terms().side(), qty);
                }
            }
        }
    }

    @Test
    void ordersShareWhatIsShownByPriceThenByTime() {
        put(
                limit(BUY, 50, "10.05"),
                limit(BUY, 50, "10.20"),
                limit(BUY, 50, "10.20"),
                market(BUY, 30),
                limit(BUY, 50, "9.00"));
        matcher.quote(quote("10.00", 120));

        List<Match> matches = matcher.matches();

        assertThat(trades(matches))
                .containsExactly(tuple(4L, 30L, "10.01"), tuple(2L, 50L, "10.01"), tuple(3L, 40L, "10.01"));
        settle(matches);
        assertThat(matcher.matches()).isEmpty();
        matcher.quote(quote("10.03", 120));
        assertThat(trades(matcher.matches())).containsExactly(tuple(3L, 10L, "10.04"), tuple(1L, 50L, "10.04"));
    }

    @Test
    void sellersTradeAtTheBidTheCheapestFirst() {
        put(limit(SELL, 10, "9.99"), limit(SELL, 10, "9.90"), limit(SELL, 10, "10.01"));
        matcher.quote(quote("10.00", 15));

        assertThat(trades(matcher.matches())).containsExactly(tuple(2L, 10L, "10.00"), tuple(1L, 5L, "10.00"));
    }

    @Test
    void newOrderTradesAtTheQuoteThatIsThereButOnlyWhatOthersHaveLeft() {
        matcher.quote(quote("10.00", 100));
        put(market(BUY, 80));
        settle(matcher.matches());

        matcher.put(order(2, market(BUY, 80)));

        assertThat(trades(matcher.matches())).containsExactly(tuple(2L, 20L, "10.01"));
    }

    @Test
    void stopsWakeUpWhenTheLastPriceComesToThemAndTakeWhatIsThere() {
        put(stop(SELL, 10, "9.50"), stop(BUY, 10, "10.50"), stop(SELL, 10, "9.60"));
        matcher.quote(quote("10.00", 100));
        assertThat(matcher.matches()).isEmpty();

        matcher.quote(quote("9.50", 100));
        List<Match> woken = matcher.matches();

        assertThat(woken).extracting(match -> match.order().id()).containsExactly(3L, 1L);
        assertThat(woken).hasOnlyElementsOfType(Match.Trigger.class);
        settle(woken);
        assertThat(trades(matcher.matches())).containsExactly(tuple(1L, 10L, "9.50"), tuple(3L, 10L, "9.50"));
    }

    @ParameterizedTest
    @EnumSource(value = QuoteStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "TRADING")
    void nothingTradesUnlessTheInstrumentDoes(QuoteStatus status) {
        put(market(BUY, 10), stop(BUY, 10, "9.00"));
        matcher.quote(quote("10.00", 100, status));
        assertThat(matcher.matches()).isEmpty();

        matcher.quote(quote("10.00", 100));
        assertThat(matcher.matches()).isNotEmpty();
    }

    @Test
    void whereOnlyTradesAreKnownTheLastOneIsWhatIsShown() {
        put(limit(BUY, 10, "10.00"), market(SELL, 10));
        matcher.quote(trade("10.00", 4));

        assertThat(trades(matcher.matches())).containsExactly(tuple(1L, 4L, "10.00"), tuple(2L, 4L, "10.00"));
    }

    @Test
    void orderForWhichNothingIsLeftIsFoundOnce() {
        put(market(BUY, 80), market(BUY, 10), limit(BUY, 10, "10.50"));
        matcher.quote(quote("10.00", 80));

        List<Match> matches = matcher.matches();

        assertThat(matches)
                .extracting(match -> match.order().id(), match -> match instanceof Match.Unfilled)
                .containsExactly(tuple(1L, false), tuple(2L, true));
        settle(matches);
        assertThat(matcher.matches()).isEmpty();
        matcher.quote(quote("10.00", 0));
        assertThat(matcher.matches()).isEmpty();
    }

    @Test
    void orderThatHasEndedTradesNoMore() {
        put(limit(BUY, 10, "10.00"));
        matcher.put(order(1, limit(BUY, 10, "10.00")).canceled(OrderReason.USER_REQUEST, NOON));
        matcher.quote(quote("9.00", 100));

        assertThat(matcher.matches()).isEmpty();
        assertThat(matcher.open()).isEmpty();
    }
}
