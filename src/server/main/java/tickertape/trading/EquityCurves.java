package tickertape.trading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import tickertape.store.Database;
import tickertape.store.WriteQueue;
import tickertape.trading.board.Board;
import tickertape.trading.board.EquityCurve;
import tickertape.trading.board.EquityPoint;
import tickertape.trading.store.EquityRow;
import tickertape.trading.store.EquityTable;

/// The equity curves: what is kept of them, and what is asked for. One thread notes, any thread asks.
final class EquityCurves {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Database database;
    private final WriteQueue<EquityRow> queue;
    private final Board board;
    private final InstantSource clock;
    private final EquityCurve curve;
    private Instant next = Instant.EPOCH;

    EquityCurves(Database database, WriteQueue<EquityRow> queue, Board board, InstantSource clock) {
        this.database = database;
        this.queue = queue;
        this.board = board;
        this.clock = clock;
        this.curve = new EquityCurve(board);
    }

    /// Notes the points that are new, if it is time.
    void note() {
        Instant now = clock.instant();
        if (!now.isBefore(next) || next.isAfter(now.plus(PAUSE))) {
            next = now.plus(PAUSE);
            curve.due(now).forEach(queue::put);
        }
    }

    /// The curve of an account in this season, the oldest point first; the last one is of now.
    List<EquityPoint> of(String account) {
        if (board.number(account).isEmpty()) {
            return List.of();
        }
        Stream<EquityPoint> kept = EquityTable.of(database, account, board.season()).stream()
                .map(row -> new EquityPoint(row.time(), row.equity()));
        var now = new EquityPoint(clock.instant(), board.portfolio(account).equity());
        return Stream.concat(kept, Stream.of(now)).toList();
    }
}
