package tickertape.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tickertape.history.BarBook.Recovered;
import tickertape.market.Instrument;
import tickertape.wire.CandleMark;
import tickertape.wire.Symbol;

/// Reads what the server was in the middle of when it ended.
///
/// Of each symbol the newest minute is known, at most a second old. Longer bars around it are added up from what has
/// ended before it. Hours and days that have ended, but were not added up any more, are now.
record Recovery(BarReader reader, InstrumentIds ids, List<Instrument> instruments) {

    /// Whether a table has rows. Of a union of tables, H2 would read all rows before it returned the first.
    static final String ANY = "SELECT 1 FROM %s FETCH FIRST ROW ONLY";

    private static final Marks CUT = Marks.NONE.plus(CandleMark.RESTART);

    /// Whether there are no bars at all, as before the very first start.
    static boolean isEmpty(Connection connection) throws SQLException {
        return !hasRows(connection, "history_day")
                && !hasRows(connection, "history_minute")
                && !hasRows(connection, "history_forming");
    }

    private static boolean hasRows(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement(ANY.formatted(table));
                var rows = statement.executeQuery()) {
            return rows.next();
        }
    }

    /// The bars that were forming, by symbol.
    ///
    /// @param now in the time of the market
    Map<Symbol, List<Recovered>> recover(Connection connection, Instant now) throws SQLException {
        Map<Symbol, List<Recovered>> recovered = new HashMap<>();
        for (Instrument instrument : instruments) {
            Optional<Integer> id = ids.id(instrument.symbol());
            if (id.isPresent()) {
                List<Recovered> bars = new Forming(connection, id.get(), instrument.scale(), now).bars();
                if (!bars.isEmpty()) {
                    recovered.put(instrument.symbol(), bars);
                }
            }
        }
        return recovered;
    }

    /// What was forming of one instrument.
    private final class Forming {

        private final Connection connection;
        private final int instrument;
        private final int scale;
        private final Instant now;
        private final BarCalendar calendar = reader.calendar();

        Forming(Connection connection, int instrument, int scale, Instant now) {
            this.connection = connection;
            this.instrument = instrument;
            this.scale = scale;
            this.now = now;
        }

        List<Recovered> bars() throws SQLException {
            @Nullable Bar forming = forming();
            List<Bar> newest = read(Interval.MINUTE, BarReader.earliest(), 1, true);
            if (forming == null && newest.isEmpty()) {
                return List.of();
            }
            Instant last =
                    newest.isEmpty() ? BarReader.earliest() : newest.getFirst().start();
            boolean unfinished = forming != null && forming.start().isAfter(last);
            if (forming != null && unfinished) {
                last = forming.start();
            }
            Instant hour = calendar.start(Interval.HOUR, last);
            sumUp(Interval.HOUR, hour);
            Instant day = calendar.start(Interval.DAY, last);
            sumUp(Interval.DAY, day);
            TreeMap<Instant, Bar> minutes = new TreeMap<>();
            for (Bar bar : read(Interval.MINUTE, hour, Integer.MAX_VALUE, false)) {
                minutes.put(bar.start(), bar);
            }
            List<Recovered> bars = new ArrayList<>();
            if (forming != null) {
                // One that is a minute of the database, or is older than one, has ended: it was not cut.
                Bar cut = unfinished ? forming.with(CUT) : newest.getFirst();
                minutes.put(cut.start(), cut);
                bars.add(new Recovered(Interval.MINUTE, cut));
            }
            List<Bar> parts = List.copyOf(minutes.values());
            add(bars, Interval.FIVE_MINUTES, last, parts);
            add(bars, Interval.QUARTER, last, parts);
            add(bars, Interval.HOUR, last, parts);
            List<Bar> hours = new ArrayList<>(read(Interval.HOUR, day, Integer.MAX_VALUE, false));
            hours.removeIf(bar -> !bar.start().isBefore(hour));
            hours.addAll(parts);
            add(bars, Interval.DAY, last, hours);
            List<Bar> days =
                    new ArrayList<>(read(Interval.DAY, calendar.start(Interval.WEEK, last), Integer.MAX_VALUE, false));
            days.removeIf(bar -> !bar.start().isBefore(day));
            days.addAll(hours);
            add(bars, Interval.WEEK, last, days);
            return bars;
        }

        // If nothing was cut, bars that have ended since are in the database as they are.
        private void add(List<Recovered> bars, Interval interval, Instant last, List<Bar> parts) {
            Instant start = calendar.start(interval, last);
            boolean cut = !bars.isEmpty() && bars.getFirst().interval() == Interval.MINUTE;
            if (cut || start.equals(calendar.start(interval, now))) {
                parts.stream()
                        .filter(bar -> !bar.start().isBefore(start))
                        .reduce(Bar::plus)
                        .ifPresent(bar -> bars.add(new Recovered(interval, bar.startingAt(start))));
            }
        }

        private @Nullable Bar forming() throws SQLException {
            try (var statement = connection.prepareStatement(
                    "SELECT started, %s FROM history_forming WHERE id = ?".formatted(BarSql.COLUMNS))) {
                statement.setInt(1, instrument);
                try (var rows = statement.executeQuery()) {
                    return rows.next()
                            ? BarSql.get(rows, BarSql.AFTER_KEY, Instant.ofEpochSecond(rows.getLong(1)), scale)
                            : null;
                }
            }
        }

        // What ended in the very moment in which the server did.
        private void sumUp(Interval interval, Instant bound) throws SQLException {
            var sums = new BarSums(connection, reader.dialect(), interval);
            List<Bar> newest = read(interval, BarReader.earliest(), 1, true);
            Interval part = interval == Interval.HOUR ? Interval.MINUTE : Interval.HOUR;
            Instant from = newest.isEmpty()
                    ? BarReader.earliest()
                    : calendar.end(interval, newest.getFirst().start());
            for (Bar next : read(part, from, 1, false)) {
                Instant start = calendar.start(interval, next.start());
                while (start.isBefore(bound)) {
                    Instant end = calendar.end(interval, start);
                    sums.write(instrument, start, end);
                    start = end;
                }
            }
        }

        private List<Bar> read(Interval interval, Instant from, int limit, boolean last) throws SQLException {
            return reader.read(
                    connection,
                    new BarReader.Request(instrument, scale, interval, from, BarReader.latest(), last, limit));
        }
    }
}
