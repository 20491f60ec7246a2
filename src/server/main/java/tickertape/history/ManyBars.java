package tickertape.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import tickertape.history.BarReader.Request;

/// Reads bars of many instruments in few statements.
record ManyBars(Connection connection) {

    /// In ascending order, by the number of the instrument; one without bars is left out.
    ///
    /// @param requests each of another instrument, of a length that the database has as it is
    Map<Integer, List<Bar>> read(List<Request> requests) throws SQLException {
        Map<Integer, List<Bar>> bars = new HashMap<>();
        for (List<Request> some :
                requests.stream().gather(Gatherers.windowFixed(BarSql.AT_ONCE)).toList()) {
            read(some, bars);
        }
        bars.values().forEach(each -> each.sort(Comparator.comparing(Bar::start)));
        return bars;
    }

    private void read(List<Request> requests, Map<Integer, List<Bar>> bars) throws SQLException {
        String sql = requests.stream()
                .map(request -> BarSql.select(BarTable.of(request.interval()), request.last()))
                .collect(Collectors.joining(BarSql.UNION));
        Map<Integer, Integer> scales = new HashMap<>();
        try (var statement = connection.prepareStatement(sql)) {
            int at = 1;
            for (Request request : requests) {
                scales.put(request.instrument(), request.scale());
                statement.setLong(at++, BarTable.key(request.instrument(), request.from()));
                statement.setLong(at++, BarTable.key(request.instrument(), request.to()));
                statement.setInt(at++, request.limit());
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    long key = rows.getLong(1);
                    int instrument = BarTable.instrument(key);
                    bars.computeIfAbsent(instrument, first -> new ArrayList<>())
                            .add(BarSql.get(
                                    rows, BarSql.AFTER_KEY, BarTable.start(key), scales.getOrDefault(instrument, 0)));
                }
            }
        }
    }
}
