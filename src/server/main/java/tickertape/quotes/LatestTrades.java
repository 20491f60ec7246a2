package tickertape.quotes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tickertape.tape.Position;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// The last trades of each symbol that are on the tape, and where: time and sales.
///
/// One thread puts; any thread reads, without a lock, so that no request can hold up the tick.
final class LatestTrades {

    /// Of each symbol.
    static final int KEPT = 500;

    private volatile Position start;
    private final Map<Symbol, Log> logs = new ConcurrentHashMap<>();

    /// The last trades of one symbol.
    ///
    /// @param position the last of them is on the tape up to here
    /// @param trades newest first
    record Snapshot(Position position, List<Trade> trades) {}

    /// One version of a symbol's trades: a stretch of an array, which a longer version fills further.
    private static final class Log {

        private final Position position;
        private final Trade[] trades;
        private final int from;
        private final int to;

        private Log(Position position, Trade[] trades, int from, int to) {
            this.position = position;
            this.trades = trades;
            this.from = from;
            this.to = to;
        }

        Log plus(List<Trade> more, Position later) {
            Trade[] target = trades;
            int start = from;
            int end = to;
            if (end + more.size() > trades.length) {
                int kept = Math.min(to - from, KEPT);
                target = new Trade[2 * KEPT + more.size()];
                System.arraycopy(trades, to - kept, target, 0, kept);
                start = 0;
                end = kept;
            }
            for (Trade trade : more) {
                target[end++] = trade;
            }
            return new Log(later, target, Math.max(start, end - KEPT), end);
        }

        List<Trade> newest(int limit) {
            var newest = new ArrayList<Trade>();
            for (int i = to - 1; i >= Math.max(from, to - limit); i--) {
                newest.add(trades[i]);
            }
            return newest;
        }
    }

    /// @param epoch of the tape
    LatestTrades(String epoch) {
        start = new Position(epoch, 0);
    }

    /// Forgets all: the tape begins anew.
    void begin(Position newStart) {
        logs.clear();
        start = newStart;
    }

    /// Adds the trades of one tick.
    ///
    /// @param position the end of the tape after them, later than all before
    void put(List<Trade> trades, Position position) {
        Map<Symbol, List<Trade>> bySymbol = new HashMap<>();
        trades.forEach(trade -> bySymbol.computeIfAbsent(trade.symbol(), first -> new ArrayList<>())
                .add(trade));
        bySymbol.forEach((symbol, more) -> logs.put(
                symbol,
                logs.getOrDefault(symbol, new Log(start, new Trade[0], 0, 0)).plus(more, position)));
    }

    /// The last trades of a symbol, newest first; without any, the beginning of the tape.
    Snapshot snapshot(Symbol symbol, int limit) {
        Log log = logs.get(symbol);
        return log == null ? new Snapshot(start, List.of()) : new Snapshot(log.position, log.newest(limit));
    }
}
