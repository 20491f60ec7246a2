package tickertape.trading.house;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.trading.TradingSamples.NOON;
import static tickertape.trading.TradingSamples.quote;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tickertape.market.Tick;
import tickertape.testing.FakeTime;
import tickertape.trading.TradingSamples;
import tickertape.trading.board.PortfolioInfo;
import tickertape.trading.board.PositionInfo;
import tickertape.trading.order.OrderTerms;
import tickertape.trading.order.Side;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;

/// The players of the house trade while the market is open, now and then, each by its habit.
class HouseTest {

    private final FakeTime time = new FakeTime();
    private final List<OrderTerms> placed = new ArrayList<>();
    private final List<Long> canceled = new ArrayList<>();

    /// By account, how often it has looked at what it has: that begins a turn.
    private final Map<String, Integer> turns = new HashMap<>();

    private long owned;

    private final Door door = new Door() {
        @Override
        public CompletionStage<Long> place(String account, String name, OrderTerms terms) {
            assertThat(account).startsWith("house:");
            assertThat(name).startsWith("House: ");
            placed.add(terms);
            return CompletableFuture.completedFuture((long) placed.size());
        }

        @Override
        public void cancel(String account, long order) {
            canceled.add(order);
        }

        @Override
        public PortfolioInfo portfolio(String account) {
            turns.merge(account, 1, Integer::sum);
            return has(owned);
        }

        @Override
        public boolean isOpen() {
            return true;
        }
    };

    private static PortfolioInfo has(long qty) {
        var cash = new BigDecimal("100000");
        var position = new PositionInfo(
                TradingSamples.ACME, qty, 0, BigDecimal.TEN, BigDecimal.TEN, cash, cash, BigDecimal.ZERO);
        return new PortfolioInfo(
                "s", "p1", cash, BigDecimal.ZERO, cash, cash, cash, cash, 1, 1, List.of(position), false, NOON);
    }

    private static Tick tick(MarketPhase phase, Quote quote) {
        return new Tick(NOON, new MarketStatus(phase, null, null, NOON), List.of(), List.of(quote));
    }

    @Test
    void allHaveHadATurnInTheFirstMinuteAndThenAFewEachMinute() {
        var house = new House(20, "house:", door, new SplittableRandom(1), time::nanoTime);
        house.onTick(tick(MarketPhase.CLOSED, quote("10.00", 100)));
        assertThat(placed).isEmpty();

        for (int i = 0; i < 120; i++) {
            time.pass(Duration.ofMillis(500));
            house.onTick(tick(MarketPhase.OPEN, quote("10.00", 100)));
        }
        assertThat(turns)
                .containsOnlyKeys(IntStream.rangeClosed(1, 20)
                        .mapToObj(number -> "house:" + number)
                        .toList());
        assertThat(turns.values()).as("turns in the first minute").containsOnly(1);
        assertThat(placed).hasSizeGreaterThan(8).hasSizeLessThan(40);

        int first = placed.size();
        for (int i = 0; i < 600; i++) {
            time.pass(Duration.ofSeconds(1));
            house.onTick(tick(MarketPhase.OPEN, quote("10.00", 100)));
        }
        assertThat(turns.values())
                .as("turns in eleven minutes")
                .allSatisfy(count -> assertThat(count).isBetween(3, 11));
        assertThat(placed.size() - first).isGreaterThan(20).isLessThan(200);
        assertThat(canceled).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void eachHabitKnowsWhatItWants() {
        var random = new SplittableRandom(1);
        var rising = new Trends();
        for (int i = 0; i < 100; i++) {
            rising.put(quote(BigDecimal.valueOf(10_00 + i, 2).toPlainString(), 100));
        }

        assertThat(Habit.MOMENTUM.wishes(rising, has(0), random))
                .singleElement()
                .extracting(OrderTerms::side)
                .isEqualTo(Side.BUY);
        assertThat(Habit.REVERSION.wishes(rising, has(100), random))
                .singleElement()
                .extracting(OrderTerms::side, OrderTerms::orderQty)
                .containsExactly(Side.SELL, 100L);
        assertThat(Habit.REVERSION.wishes(rising, has(0), random)).isEmpty();
        assertThat(Habit.MARKET_MAKER.wishes(rising, has(50), random))
                .extracting(OrderTerms::side)
                .containsExactly(Side.BUY, Side.SELL);
        assertThat(Habit.BUY_AND_HOLD.wishes(rising, has(0), random)).hasSize(1);
        for (Habit habit : Habit.values()) {
            assertThat(habit.wishes(new Trends(), has(0), random)).isEmpty();
        }
    }
}
