package tickertape.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tickertape.store.Dialect;

/// Reads bars from the database, or adds them up there from shorter ones. Safe for any thread.
///
/// @param standardOffset the zone's, without daylight saving
record BarReader(Dialect dialect, BarCalendar calendar, Duration standardOffset) {

    /// Days begin at midnight give or take an hour of daylight saving: half a day later they surely are in their week.
    private static final Duration NOON = Duration.ofHours(12);

    /// Bars that are added up are looked for in a range that most likely has enough, because there are none at night:
    /// a session has a fourth of the hours of a day.
    private static final int NIGHTS = 6;

    /// So many has each part of a statement.
    private static final int PARAMETERS = 3;

    private static final Instant EARLIEST = BarTable.start(0);
    private static final Instant LATEST = BarTable.start(0xFFFF_FFFFL);

    /// What bars to read: of one instrument and length, that begin in a range.
    ///
    /// @param scale how many decimals prices have
    /// @param limit only so many of the first, or of the last
    record Request(int instrument, int scale, Interval interval, Instant from, Instant to, boolean last, int limit) {}

    /// Bars in ascending order.
    ///
    /// @param older whether there are bars before the range of the request
    /// @param newer whether there are bars after it
    record Stretch(List<Bar> bars, boolean older, boolean newer) {

        private Stretch with(Stretch others) {
            return new Stretch(bars, others.older, others.newer);
        }
    }

    static Instant earliest() {
        return EARLIEST;
    }

    static Instant latest() {
        return LATEST;
    }

    /// In ascending order.
    List<Bar> read(Connection connection, Request request) throws SQLException {
        return read(connection, request, request.to()).bars();
    }

    /// The bars, and whether there are others.
    ///
    /// @param end where to look for newer ones ends
    Stretch read(Connection connection, Request request, Instant end) throws SQLException {
        Instant from = ceiling(request.interval(), within(request.from()));
        Instant to = ceiling(request.interval(), within(request.to()));
        var bounds = new Bounds(request, from, from.isBefore(to) ? to : from, within(end));
        Optional<Duration> length = sumOf(request.interval());
        if (length.isEmpty()) {
            return stored(connection, bounds);
        }
        List<Bar> bars = from.isBefore(to) ? summed(connection, bounds, length.get()) : List.of();
        return new Stretch(bars, false, false).with(neighbours(connection, bounds));
    }

    /// The range of a request, where bars begin.
    ///
    /// @param end where the newer ones end
    private record Bounds(Request request, Instant from, Instant to, Instant end) {

        BarTable table() {
            return BarTable.of(request.interval());
        }

        long key(Instant time) {
            return BarTable.key(request.instrument(), time);
        }

        Bounds between(Instant least, Instant bound) {
            return new Bounds(request, least, bound, end);
        }
    }

    // A statement more is a journey to PostgreSQL; in H2 it costs less than a union, which copies all rows.
    private Stretch stored(Connection connection, Bounds bounds) throws SQLException {
        boolean together = dialect == Dialect.POSTGRESQL;
        Request request = bounds.request();
        String bars = BarSql.select(bounds.table(), request.last());
        try (var statement =
                connection.prepareStatement(together ? bars + BarSql.UNION + neighbours(bounds.table()) : bars)) {
            set(statement, 0, bounds.key(bounds.from()), bounds.key(bounds.to()), request.limit());
            if (together) {
                setNeighbours(statement, PARAMETERS, bounds);
            }
            try (ResultSet rows = statement.executeQuery()) {
                Stretch found = stretch(rows, bounds);
                return together ? found : found.with(neighbours(connection, bounds));
            }
        }
    }

    private static String neighbours(BarTable table) {
        return BarSql.select(table, false) + BarSql.UNION + BarSql.select(table, false);
    }

    private Stretch neighbours(Connection connection, Bounds bounds) throws SQLException {
        try (var statement = connection.prepareStatement(neighbours(bounds.table()))) {
            setNeighbours(statement, 0, bounds);
            try (ResultSet rows = statement.executeQuery()) {
                return stretch(rows, bounds);
            }
        }
    }

    private static void setNeighbours(PreparedStatement statement, int before, Bounds bounds) throws SQLException {
        set(statement, before, bounds.key(EARLIEST), bounds.key(bounds.from()), 1);
        set(statement, before + PARAMETERS, bounds.key(bounds.to()), bounds.key(bounds.end()), 1);
    }

    private static void set(PreparedStatement statement, int before, long from, long to, int limit)
            throws SQLException {
        statement.setLong(before + 1, from);
        statement.setLong(before + 2, to);
        statement.setInt(before + PARAMETERS, limit);
    }

    private Stretch stretch(ResultSet rows, Bounds bounds) throws SQLException {
        Request request = bounds.request();
        long from = bounds.key(bounds.from());
        long to = bounds.key(bounds.to());
        var bars = new ArrayList<Bar>();
        boolean older = false;
        boolean newer = false;
        while (rows.next()) {
            long key = rows.getLong(1);
            if (key < from) {
                older = true;
            } else if (key >= to) {
                newer = true;
            } else {
                bars.add(BarSql.get(rows, BarSql.AFTER_KEY, BarTable.start(key), request.scale()));
            }
        }
        // Of a union, nobody promises the order; it costs nothing where it is there already, in either direction.
        bars.sort(Comparator.comparing(Bar::start));
        return new Stretch(bars, older, newer);
    }

    private List<Bar> summed(Connection connection, Bounds bounds, Duration length) throws SQLException {
        Request request = bounds.request();
        Duration likely = length.multipliedBy((long) request.limit() * NIGHTS);
        Instant from = bounds.from();
        Instant to = bounds.to();
        if (Duration.between(from, to).compareTo(likely) > 0) {
            List<Bar> bars = sum(
                    connection,
                    request.last()
                            ? bounds.between(ceiling(request.interval(), to.minus(likely)), to)
                            : bounds.between(from, from.plus(likely)),
                    length);
            if (bars.size() >= request.limit()) {
                return bars;
            }
        }
        return sum(connection, bounds, length);
    }

    private List<Bar> sum(Connection connection, Bounds bounds, Duration length) throws SQLException {
        Request request = bounds.request();
        long shift =
                request.interval() == Interval.WEEK ? standardOffset.plus(NOON).toMinutes() : 0;
        String sql =
                "SELECT MIN(id), %s FROM %s WHERE id >= ? AND id < ? GROUP BY (id - ?) / ? HAVING COUNT(open) > 0 ORDER BY MIN(id)%s FETCH FIRST ? ROWS ONLY"
                        .formatted(BarSql.sums(dialect), bounds.table().sqlName(), request.last() ? " DESC" : "");
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, bounds.key(bounds.from()));
            statement.setLong(2, bounds.key(bounds.to()));
            statement.setLong(3, BarTable.first(request.instrument()) - shift);
            statement.setLong(4, length.toMinutes());
            statement.setInt(5, request.limit());
            try (ResultSet rows = statement.executeQuery()) {
                return bars(rows, request);
            }
        }
    }

    private List<Bar> bars(ResultSet rows, Request request) throws SQLException {
        var bars = new ArrayList<Bar>();
        while (rows.next()) {
            Instant start = calendar.start(request.interval(), BarTable.start(rows.getLong(1)));
            bars.add(BarSql.get(rows, BarSql.AFTER_KEY, start, request.scale()));
        }
        return request.last() ? bars.reversed() : bars;
    }

    /// How long bars are that the database adds up from shorter ones; empty for those that it has.
    private static Optional<Duration> sumOf(Interval interval) {
        return switch (interval) {
            case FIVE_MINUTES, QUARTER, WEEK -> Optional.of(interval.length());
            case SECOND, MINUTE, HOUR, DAY -> Optional.empty();
        };
    }

    // The first bar that begins at a time or later.
    private Instant ceiling(Interval interval, Instant time) {
        Instant start = calendar.start(interval, time);
        return start.equals(time) ? start : calendar.end(interval, start);
    }

    private static Instant within(Instant time) {
        return time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
    }
}
