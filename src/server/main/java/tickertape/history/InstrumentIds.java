package tickertape.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tickertape.wire.Symbol;

/// The numbers by which the database knows the instruments of this market. Safe for any thread.
final class InstrumentIds {

    private final List<Symbol> symbols;
    private volatile Map<Symbol, Integer> ids = Map.of();

    /// @param symbols of this market; the list may grow
    InstrumentIds(List<Symbol> symbols) {
        this.symbols = symbols;
    }

    /// Empty until the database has been read.
    Optional<Integer> id(Symbol symbol) {
        return Optional.ofNullable(ids.get(symbol));
    }

    /// The number of an instrument, for who writes; without one, the write can be tried again.
    int known(Symbol symbol) throws SQLTransientException {
        return id(symbol).orElseThrow(() -> new SQLTransientException(symbol + " has no number"));
    }

    /// Those of this market.
    List<Symbol> symbols() {
        return symbols;
    }

    /// All numbers that were ever given, also to instruments that this market does not have any more.
    Collection<Integer> all() {
        return ids.values();
    }

    /// Whether each has a number by now.
    boolean isComplete() {
        return ids.keySet().containsAll(symbols);
    }

    /// Reads the numbers that another server has given.
    void read(Connection connection) throws SQLException {
        ids = Map.copyOf(known(connection));
    }

    /// Reads the numbers, and gives one to each instrument that has none.
    void load(Connection connection) throws SQLException {
        Map<Symbol, Integer> known = known(connection);
        int last = known.values().stream().reduce(0, Math::max);
        try (var statement = connection.prepareStatement("INSERT INTO history_instrument (id, symbol) VALUES (?, ?)")) {
            for (Symbol symbol : symbols) {
                if (!known.containsKey(symbol)) {
                    known.put(symbol, ++last);
                    statement.setInt(1, last);
                    statement.setString(2, symbol.text());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
        ids = Map.copyOf(known);
    }

    private static Map<Symbol, Integer> known(Connection connection) throws SQLException {
        Map<Symbol, Integer> known = new HashMap<>();
        try (var statement = connection.prepareStatement("SELECT id, symbol FROM history_instrument");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                known.put(new Symbol(rows.getString(2)), rows.getInt(1));
            }
        }
        return known;
    }
}
