package tickertape.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Gatherers;
import tickertape.history.LostRows.Stretch;
import tickertape.wire.Symbol;

/// Marks in the database the bars on both sides of lost minutes: the last one before them, and the first one after
/// them, with the hours and days that these are in. Doing so again changes nothing.
record LossMarker(InstrumentIds ids, BarCalendar calendar, LostRows lost) {

    private static final String NEWEST = "(SELECT id, open, marks FROM history_minute WHERE id >= ? AND id < ?"
            + " AND (open IS NOT NULL OR %s = 1) ORDER BY id DESC FETCH FIRST ROW ONLY)"
                    .formatted(BarSql.bit(LostRows.LOST));

    /// Looks for minutes that were lost before a restart, and are the last ones of their symbols.
    ///
    /// @param instruments those to look at, and their numbers
    void resume(Connection connection, Map<Symbol, Integer> instruments) throws SQLException {
        Map<Integer, Symbol> symbols = new HashMap<>();
        instruments.forEach((symbol, id) -> symbols.put(id, symbol));
        for (List<Integer> some : symbols.keySet().stream()
                .gather(Gatherers.windowFixed(BarSql.AT_ONCE))
                .toList()) {
            resume(connection, some, symbols);
        }
    }

    private void resume(Connection connection, List<Integer> some, Map<Integer, Symbol> symbols) throws SQLException {
        try (var newest =
                connection.prepareStatement(String.join(BarSql.UNION, Collections.nCopies(some.size(), NEWEST)))) {
            int at = 1;
            for (int id : some) {
                newest.setLong(at++, BarTable.first(id));
                newest.setLong(at++, BarTable.first(id + 1));
            }
            try (var rows = newest.executeQuery()) {
                while (rows.next()) {
                    long key = rows.getLong(1);
                    Symbol symbol = symbols.get(BarTable.instrument(key));
                    boolean empty = rows.getBigDecimal(2) == null;
                    if (symbol != null && empty && (rows.getInt(3) & LostRows.LOST.bits()) != 0) {
                        lost.open(symbol, BarTable.start(key));
                    }
                }
            }
        }
    }

    /// Returns the holes after which there is a bar now.
    Map<Symbol, Instant> mark(Connection connection, List<Stretch> stretches) throws SQLException {
        for (Stretch stretch : stretches) {
            Symbol symbol = stretch.first().symbol();
            int id = ids.known(symbol);
            OptionalLong before = find(
                    connection,
                    " DESC",
                    BarTable.first(id),
                    BarTable.key(id, stretch.first().start()));
            if (before.isPresent()) {
                mark(connection, symbol, id, before.getAsLong());
            }
            lost.open(symbol, stretch.last().start());
        }
        Map<Symbol, Instant> closed = new HashMap<>();
        for (Map.Entry<Symbol, Instant> hole : lost.holes().entrySet()) {
            int id = ids.known(hole.getKey());
            OptionalLong after = find(connection, "", BarTable.key(id, hole.getValue()) + 1, BarTable.first(id + 1));
            if (after.isPresent()) {
                mark(connection, hole.getKey(), id, after.getAsLong());
                closed.put(hole.getKey(), hole.getValue());
            }
        }
        return closed;
    }

    private static OptionalLong find(Connection connection, String order, long from, long to) throws SQLException {
        String sql =
                "SELECT id FROM history_minute WHERE id >= ? AND id < ? AND open IS NOT NULL ORDER BY id%s FETCH FIRST ROW ONLY"
                        .formatted(order);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private void mark(Connection connection, Symbol symbol, int id, long minute) throws SQLException {
        Instant start = BarTable.start(minute);
        for (Interval interval : List.of(Interval.MINUTE, Interval.HOUR, Interval.DAY)) {
            String sql = "UPDATE %s SET marks = marks + %s WHERE id = ? AND %s = 0"
                    .formatted(BarTable.of(interval).sqlName(), LostRows.LOST.bits(), BarSql.bit(LostRows.LOST));
            try (var statement = connection.prepareStatement(sql)) {
                statement.setLong(1, BarTable.key(id, calendar.start(interval, start)));
                statement.executeUpdate();
            }
        }
        lost.touch(symbol, start);
    }
}
