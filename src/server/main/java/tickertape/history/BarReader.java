package tickertape.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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

    private static final Instant EARLIEST = BarTable.start(0);
    private static final Instant LATEST = BarTable.start(0xFFFF_FFFFL);

    /// What bars to read: of one instrument and length, that begin in a range.
    ///
    /// @param scale how many decimals prices have
    /// @param from null for as old as there are
    /// @param limit only so many of the first, or of the last
    record Request(int instrument, int scale, Interval interval, Instant from, Instant to, boolean last, int limit) {}

    static Instant earliest() {
        return EARLIEST;
    }

    static Instant latest() {
        return LATEST;
    }

    /// In ascending order.
    List<Bar> read(Connection connection, Request request) throws SQLException {
        Instant from = ceiling(request.interval(), max(request.from(), EARLIEST));
        Instant to = ceiling(request.interval(), min(request.to(), LATEST));
        if (!from.isBefore(to)) {
            return List.of();
        }
        Optional<Duration> summed = sumOf(request.interval());
        if (summed.isEmpty()) {
            return stored(connection, request, from, to);
        }
        Duration likely = request.interval().length().multipliedBy((long) request.limit() * NIGHTS);
        boolean whole = Duration.between(from, to).compareTo(likely) <= 0;
        List<Bar> bars = summed(
                connection,
                request,
                whole || !request.last() ? from : to.minus(likely),
                whole || request.last() ? to : from.plus(likely));
        return whole || bars.size() >= request.limit() ? bars : summed(connection, request, from, to);
    }

    /// Whether there is a bar, of any length that this one is made of, that begins in a range.
    boolean exists(Connection connection, int instrument, Interval interval, Instant from, Instant to)
            throws SQLException {
        Instant least = max(from, EARLIEST);
        Instant bound = min(to, LATEST);
        if (!least.isBefore(bound)) {
            return false;
        }
        try (var statement = connection.prepareStatement(
                "SELECT 1 FROM %s WHERE id >= ? AND id < ? AND open IS NOT NULL FETCH FIRST ROW ONLY"
                        .formatted(BarTable.of(interval).sqlName()))) {
            statement.setLong(1, BarTable.key(instrument, least));
            statement.setLong(2, BarTable.key(instrument, bound));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private List<Bar> stored(Connection connection, Request request, Instant from, Instant to) throws SQLException {
        String sql =
                "SELECT id, %s FROM %s WHERE id >= ? AND id < ? AND open IS NOT NULL ORDER BY id%s FETCH FIRST ? ROWS ONLY"
                        .formatted(
                                BarSql.COLUMNS,
                                BarTable.of(request.interval()).sqlName(),
                                request.last() ? " DESC" : "");
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, BarTable.key(request.instrument(), from));
            statement.setLong(2, BarTable.key(request.instrument(), to));
            statement.setInt(3, request.limit());
            try (ResultSet rows = statement.executeQuery()) {
                return bars(rows, request);
            }
        }
    }

    private List<Bar> summed(Connection connection, Request request, Instant from, Instant to) throws SQLException {
        BarTable table = BarTable.of(request.interval());
        String direction = request.last() ? "DESC" : "ASC";
        String spans = "SELECT (id - ?) / ? AS span, id, %s FROM %s WHERE id >= ? AND id < ?"
                .formatted(BarSql.COLUMNS, table.sqlName());
        String end = "HAVING COUNT(open) > 0 ORDER BY span %s FETCH FIRST ? ROWS ONLY".formatted(direction);
        String sql = BarSql.sum(dialect, table, spans, end) + " ORDER BY total.id " + direction;
        long shift =
                request.interval() == Interval.WEEK ? standardOffset.plus(NOON).toMinutes() : 0;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, BarTable.first(request.instrument()) - shift);
            statement.setLong(2, request.interval().length().toMinutes());
            statement.setLong(3, BarTable.key(request.instrument(), from));
            statement.setLong(4, BarTable.key(request.instrument(), to));
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
        if (request.last()) {
            Collections.reverse(bars);
        }
        return bars;
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

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
