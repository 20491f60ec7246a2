package tickertape.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.market.Samples.NOON;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tickertape.tape.Position;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// Time and sales.
class LatestTradesTest {

    private static final Symbol ACME = new Symbol("ACME");
    private static final Symbol BETA = new Symbol("BETA");

    private final LatestTrades latest = new LatestTrades("e0");

    @Test
    void newestComesFirstWithThePositionAfterIt() {
        latest.put(List.of(trade(ACME, 1), trade(BETA, 2), trade(ACME, 3)), new Position("e0", 3));
        latest.put(List.of(trade(BETA, 4)), new Position("e0", 4));

        assertThat(latest.snapshot(ACME, 10).trades()).containsExactly(trade(ACME, 3), trade(ACME, 1));
        assertThat(latest.snapshot(ACME, 10).position()).isEqualTo(new Position("e0", 3));
        assertThat(latest.snapshot(BETA, 1).trades()).containsExactly(trade(BETA, 4));
    }

    @Test
    void symbolWithoutTradesBeginsWithTheTape() {
        assertThat(latest.snapshot(ACME, 10)).isEqualTo(new LatestTrades.Snapshot(new Position("e0", 0), List.of()));
    }

    @Test
    void lastOnesAreKeptInOrderHoweverManyThereAre() {
        var all = new ArrayList<Trade>();
        for (int tick = 0; tick < 3000; tick++) {
            List<Trade> some = IntStream.range(0, 1 + tick % 7)
                    .mapToObj(i -> trade(ACME, all.size() + i))
                    .toList();
            all.addAll(some);
            latest.put(some, new Position("e0", all.size()));
            if (tick % 100 == 0) {
                int kept = Math.min(all.size(), LatestTrades.KEPT);
                assertThat(latest.snapshot(ACME, LatestTrades.KEPT).trades())
                        .isEqualTo(all.subList(all.size() - kept, all.size()).reversed());
            }
        }
    }

    @Test
    void snapshotStaysAsItWas() {
        latest.put(List.of(trade(ACME, 1)), new Position("e0", 1));
        var before = latest.snapshot(ACME, 10);
        latest.put(List.of(trade(ACME, 2)), new Position("e0", 2));

        assertThat(before.trades()).containsExactly(trade(ACME, 1));
    }

    private static Trade trade(Symbol symbol, int number) {
        return new Trade(symbol, BigDecimal.valueOf(number), BigDecimal.ONE, NOON, null);
    }
}
