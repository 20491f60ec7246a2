package bench.micro.trading;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tickertape.market.Tick;
import tickertape.trading.board.Board;
import tickertape.trading.board.LeaderboardInfo;
import tickertape.trading.board.Prices;
import tickertape.trading.ledger.Holdings;
import tickertape.trading.ledger.Position;
import tickertape.trading.ledger.SeasonCalendar;
import tickertape.trading.store.Changes;
import tickertape.trading.store.Player;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// What it costs to value and rank 10,000 players anew, who have five positions each, when all prices have changed.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
public class LeaderboardBenchmark {

    static final int PLAYERS = 10_000;
    private static final int SYMBOLS = 50;
    private static final int POSITIONS = 5;
    private static final BigDecimal CASH = new BigDecimal("100000");

    private final SplittableRandom random = new SplittableRandom(1);
    private final Prices prices = new Prices();
    private final Board board =
            new Board(prices, CASH, false, new SeasonCalendar("P1M", ZoneOffset.UTC), () -> Instant.EPOCH);

    public LeaderboardBenchmark() {
        prices.put(tick());
        List<Player> players = new ArrayList<>();
        List<Holdings> holdings = new ArrayList<>();
        for (int i = 1; i <= PLAYERS; i++) {
            players.add(new Player(i, "account " + i, "player " + i, false));
            Map<Symbol, Position> positions = new HashMap<>();
            for (int j = 0; j < POSITIONS; j++) {
                positions.put(
                        symbol(random.nextInt(SYMBOLS)),
                        new Position(random.nextLong(1, 200), 0, 0, BigDecimal.TEN, BigDecimal.ZERO));
            }
            holdings.add(new Holdings(i, CASH, BigDecimal.ZERO, 0, Instant.EPOCH, positions));
        }
        board.take(new Changes(1, true, "1970-01", Instant.EPOCH, players, holdings, List.of(), List.of()));
    }

    private static Symbol symbol(int number) {
        return new Symbol("S" + number);
    }

    private Tick tick() {
        return new Tick(
                Instant.EPOCH,
                null,
                List.of(),
                IntStream.range(0, SYMBOLS).mapToObj(this::quote).toList());
    }

    private Quote quote(int number) {
        BigDecimal last = BigDecimal.valueOf(random.nextLong(99_00, 101_00), 2);
        return new Quote(
                symbol(number),
                null,
                null,
                null,
                null,
                last,
                BigDecimal.ONE,
                last,
                last,
                last,
                last,
                BigDecimal.ZERO,
                null,
                BigDecimal.ZERO,
                1,
                Instant.EPOCH,
                null,
                QuoteStatus.TRADING);
    }

    @Benchmark
    public LeaderboardInfo rank() {
        prices.put(tick());
        var _ = board.revalue();
        return board.nextLeaderboard();
    }
}
