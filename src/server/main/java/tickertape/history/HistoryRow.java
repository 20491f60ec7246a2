package tickertape.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tickertape.wire.CandleMark;
import tickertape.wire.Symbol;

/// Something that waits to be written to the database.
sealed interface HistoryRow {

    /// Rises from row to row.
    long number();

    Symbol symbol();

    /// What it is told apart by: a later row with the same key replaces it.
    Object key();

    /// A minute that has ended; where nothing traded in it, only its marks.
    record Minute(
            long number,
            Symbol symbol,
            Instant start,
            @Nullable Bar bar,
            Marks marks) implements HistoryRow {

        @Override
        public Object key() {
            return List.of("minute", symbol, start);
        }
    }

    /// An hour or a day that has ended: it is added up from the shorter bars in the database. It may be twice: what was
    /// before the start may come after it, and is added up then.
    record Sum(long number, Symbol symbol, Interval interval, Instant start, Instant end) implements HistoryRow {

        @Override
        public Object key() {
            return number;
        }
    }

    /// A silence began in a bar that has ended by now, which is a minute, an hour or a day.
    record Mark(long number, Symbol symbol, Interval interval, Instant start) implements HistoryRow {

        static final Marks GAP = Marks.NONE.plus(CandleMark.GAP);

        @Override
        public Object key() {
            return List.of("mark", symbol, interval, start);
        }
    }

    /// A recording begins again: what came of it the last time is forgotten.
    ///
    /// @param from its first trade
    /// @param last its last trade
    record Forget(long number, Symbol symbol, Instant from, Instant last) implements HistoryRow {

        @Override
        public Object key() {
            return List.of("forget", symbol);
        }
    }
}
