package tickertape.history;

import static java.util.Comparator.naturalOrder;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tickertape.history.BarBook.Known;
import tickertape.market.Instrument;
import tickertape.store.Rows;
import tickertape.wire.Symbol;

/// Reads what the server was in the middle of when it ended.
///
/// Of each symbol the newest minute is known, at most a second old. Longer bars around it are added up from what has
/// ended before it. Hours and days that have ended, but were not added up any more, are now. All symbols are read
/// together: each statement is a journey to PostgreSQL.
record Recovery(BarReader reader, List<Instrument> instruments) {

    /// When the run before ended; the earliest time of all if it did not say.
    static Instant end(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT started FROM history_forming WHERE id = ?")) {
            statement.setInt(1, FormingWriter.MARKET);
            return Rows.all(statement, row -> Instant.ofEpochSecond(row.getLong(1))).stream()
                    .findFirst()
                    .orElse(BarReader.earliest());
        }
    }

    /// What the bars of each symbol tell that has any.
    ///
    /// @param ids the numbers of the symbols to read
    /// @param begun since when this run knows each of them
    /// @param end when the run before ended, as far as it said
    Map<Symbol, Known> recover(Connection connection, Map<Symbol, Integer> ids, Map<Symbol, Instant> begun, Instant end)
            throws SQLException {
        return new Reading(connection).known(ids, begun, end);
    }

    /// One transaction.
    private final class Reading {

        private final Connection connection;
        private final ManyBars many;
        private final BarCalendar calendar = reader.calendar();

        Reading(Connection connection) {
            this.connection = connection;
            many = new ManyBars(connection);
        }

        Map<Symbol, Known> known(Map<Symbol, Integer> ids, Map<Symbol, Instant> begun, Instant end)
                throws SQLException {
            Map<Symbol, Integer> scales = new HashMap<>();
            instruments.forEach(instrument -> scales.put(instrument.symbol(), instrument.scale()));
            List<CutBars> all = new ArrayList<>();
            ids.forEach((symbol, id) -> all.add(new CutBars(
                    calendar,
                    symbol,
                    id,
                    scales.getOrDefault(symbol, 0),
                    begun.getOrDefault(symbol, BarReader.earliest()))));
            Map<Integer, Bar> forming = forming(all);
            Map<Integer, Map<Interval, Bar>> newest = new HashMap<>();
            for (Interval interval : List.of(Interval.MINUTE, Interval.HOUR, Interval.DAY)) {
                newest(all, interval)
                        .forEach((id, bar) -> newest.computeIfAbsent(id, _ -> new EnumMap<>(Interval.class))
                                .put(interval, bar));
            }
            for (CutBars each : all) {
                each.set(forming.get(each.id()), newest.getOrDefault(each.id(), Map.of()));
            }
            List<CutBars> cut = all.stream().filter(CutBars::isKnown).toList();
            Instant died = Stream.concat(Stream.of(end), cut.stream().flatMap(each -> each.alive().stream()))
                    .max(naturalOrder())
                    .orElse(end);
            new RestartMarker(connection, reader.dialect(), calendar).mark(cut, died);
            sumUp(cut, Interval.HOUR, newest);
            sumUp(cut, Interval.DAY, newest);
            var minutes = since(cut, Interval.MINUTE, each -> each.start(Interval.HOUR));
            var hours = since(cut, Interval.HOUR, each -> each.start(Interval.DAY));
            var days = since(cut, Interval.DAY, each -> each.start(Interval.WEEK));
            Map<Symbol, Known> known = new HashMap<>();
            for (CutBars each : cut) {
                known.put(
                        each.symbol(),
                        each.known(
                                died,
                                minutes.getOrDefault(each.id(), List.of()),
                                hours.getOrDefault(each.id(), List.of()),
                                days.getOrDefault(each.id(), List.of())));
            }
            return known;
        }

        private Map<Integer, Bar> forming(List<CutBars> all) throws SQLException {
            Map<Integer, Integer> scales = new HashMap<>();
            all.forEach(each -> scales.put(each.id(), each.scale()));
            Map<Integer, Bar> forming = new HashMap<>();
            try (var statement = connection.prepareStatement(
                            "SELECT started, %s, id FROM history_forming".formatted(BarSql.COLUMNS));
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    int id = rows.getInt("id");
                    @Nullable Integer scale = scales.get(id);
                    if (scale != null) {
                        Instant start = Instant.ofEpochSecond(rows.getLong(1));
                        forming.put(id, BarSql.get(rows, BarSql.AFTER_KEY, start, scale));
                    }
                }
            }
            return forming;
        }

        // What ended in the very moment in which the server did.
        private void sumUp(List<CutBars> cut, Interval interval, Map<Integer, Map<Interval, Bar>> newest)
                throws SQLException {
            Interval part = interval == Interval.HOUR ? Interval.MINUTE : Interval.HOUR;
            Map<Integer, List<Bar>> next = read(cut, part, false, 1, each -> {
                @Nullable Bar last = newest.getOrDefault(each.id(), Map.of()).get(interval);
                return last == null ? BarReader.earliest() : calendar.end(interval, last.start());
            });
            var sums = new BarSums(connection, reader.dialect(), interval);
            for (CutBars each : cut) {
                for (Bar first : next.getOrDefault(each.id(), List.of())) {
                    Instant start = calendar.start(interval, first.start());
                    while (start.isBefore(each.start(interval))) {
                        Instant end = calendar.end(interval, start);
                        sums.add(each.id(), start, end);
                        start = end;
                    }
                }
            }
            sums.write();
        }

        private Map<Integer, Bar> newest(List<CutBars> some, Interval interval) throws SQLException {
            Map<Integer, Bar> newest = new HashMap<>();
            read(some, interval, true, 1, each -> BarReader.earliest())
                    .forEach((id, bars) -> newest.put(id, bars.getLast()));
            return newest;
        }

        private Map<Integer, List<Bar>> since(List<CutBars> some, Interval interval, Function<CutBars, Instant> from)
                throws SQLException {
            return read(some, interval, false, Integer.MAX_VALUE, from);
        }

        private Map<Integer, List<Bar>> read(
                List<CutBars> some, Interval interval, boolean last, int limit, Function<CutBars, Instant> from)
                throws SQLException {
            return many.read(some.stream()
                    .map(each -> new BarReader.Request(
                            each.id(), each.scale(), interval, from.apply(each), BarReader.latest(), last, limit))
                    .toList());
        }
    }
}
