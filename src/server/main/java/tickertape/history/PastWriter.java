package tickertape.history;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import tickertape.market.Feed;
import tickertape.market.PastBar;
import tickertape.wire.CandleMark;
import tickertape.wire.Symbol;

/// Writes the past that the feed makes up, so that no chart is empty at the start.
///
/// @param wanted whether to write any
/// @param nanoTime a monotonic clock
record PastWriter(Feed feed, BarCalendar calendar, boolean wanted, LongSupplier nanoTime) {

    private static final Logger LOG = System.getLogger(PastWriter.class.getName());

    private static final int BATCH = 1000;
    private static final Marks SIMULATED = Marks.NONE.plus(CandleMark.SIMULATED);

    /// @param ids the numbers of the instruments that have none
    void write(Connection connection, Map<Symbol, Integer> ids, Instant now) throws SQLException {
        if (!wanted) {
            return;
        }
        long begin = nanoTime.getAsLong();
        Set<Symbol> written = new HashSet<>();
        try (var minutes = new Rows(connection, ids, BarTable.MINUTES);
                var hours = new Rows(connection, ids, BarTable.HOURS);
                var days = new Rows(connection, ids, BarTable.DAYS)) {
            var sums = new Hours(hours);
            feed.past(now, calendar.zone(), bar -> {
                if (!ids.containsKey(bar.symbol())) {
                    return;
                }
                written.add(bar.symbol());
                if (bar.minute()) {
                    minutes.add(bar.symbol(), bar(bar, bar.start()));
                    sums.add(bar);
                } else {
                    days.add(bar.symbol(), bar(bar, calendar.start(Interval.DAY, bar.start())));
                }
            });
            sums.flush();
            minutes.flush();
            hours.flush();
            days.flush();
        } catch (Failure failure) {
            throw failure.cause;
        }
        if (!written.isEmpty()) {
            LOG.log(
                    Level.INFO,
                    "The past of {0} instruments was made up and written in {1}",
                    Integer.toString(written.size()),
                    Duration.ofNanos(nanoTime.getAsLong() - begin));
        }
    }

    private static Bar bar(PastBar bar, Instant start) {
        return new Bar(
                start,
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                BigDecimal.valueOf(bar.volume()),
                bar.turnover(),
                bar.trades(),
                SIMULATED);
    }

    /// The hours that minutes add up to, which come newest first.
    private final class Hours {

        private final Rows rows;
        private final Map<Symbol, Bar> current = new HashMap<>();

        Hours(Rows rows) {
            this.rows = rows;
        }

        void add(PastBar minute) {
            Instant hour = calendar.start(Interval.HOUR, minute.start());
            Bar bar = bar(minute, hour);
            Bar later = current.get(minute.symbol());
            if (later != null && later.start().equals(hour)) {
                current.put(minute.symbol(), bar.plus(later));
            } else {
                if (later != null) {
                    rows.add(minute.symbol(), later);
                }
                current.put(minute.symbol(), bar);
            }
        }

        void flush() {
            current.forEach(rows::add);
        }
    }

    /// Rows of one table, written many at once.
    private static final class Rows implements AutoCloseable {

        private final PreparedStatement statement;
        private final Map<Symbol, Integer> ids;
        private int waiting;

        Rows(Connection connection, Map<Symbol, Integer> ids, BarTable table) throws SQLException {
            this.ids = ids;
            statement = connection.prepareStatement(BarSql.insert(table));
        }

        void add(Symbol symbol, Bar bar) {
            try {
                statement.setLong(1, BarTable.key(Objects.requireNonNull(ids.get(symbol)), bar.start()));
                BarSql.set(statement, BarSql.AFTER_KEY, bar, bar.marks());
                statement.addBatch();
                if (++waiting >= BATCH) {
                    flush();
                }
            } catch (SQLException e) {
                throw new Failure(e);
            }
        }

        void flush() {
            try {
                statement.executeBatch();
                waiting = 0;
            } catch (SQLException e) {
                throw new Failure(e);
            }
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    /// Carries a failure of the database through the feed.
    private static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final SQLException cause;

        Failure(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
