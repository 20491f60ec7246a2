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
///
/// For who writes, an instrument's is there as soon as what was before the start has been read, and not sooner: until
/// then nothing may be written over it.
final class InstrumentIds {

    private volatile Map<Symbol, Integer> ids = Map.of();
    private volatile Map<Symbol, Integer> found = Map.of();
    private volatile Collection<Integer> all = List.of();

    /// Empty until what was before has been read.
    Optional<Integer> id(Symbol symbol) {
        return Optional.ofNullable(ids.get(symbol));
    }

    /// The number of an instrument, for who writes; without one, the write can be tried again.
    int known(Symbol symbol) throws SQLTransientException {
        return id(symbol).orElseThrow(() -> new SQLTransientException(symbol + " has no number yet"));
    }

    /// The number of an instrument, for who only reads: also one that another server has given. Empty if there is none
    /// yet.
    Optional<Integer> find(Connection connection, Symbol symbol) throws SQLException {
        Optional<Integer> own = id(symbol);
        if (own.isPresent()) {
            return own;
        }
        if (!found.containsKey(symbol)) {
            found = Map.copyOf(given(connection));
        }
        return Optional.ofNullable(found.get(symbol));
    }

    /// All numbers that were ever given, also to instruments that this market does not have any more.
    Collection<Integer> all() {
        return all;
    }

    /// Reads all numbers, and gives one to each of these instruments that has none.
    static Map<Symbol, Integer> load(Connection connection, Collection<Symbol> symbols) throws SQLException {
        Map<Symbol, Integer> known = given(connection);
        int last = known.values().stream().reduce(0, Math::max);
        try (var statement = connection.prepareStatement("INSERT INTO history_instrument (id, symbol) VALUES (?, ?)")) {
            for (Symbol symbol : symbols) {
                if (known.putIfAbsent(symbol, last + 1) == null) {
                    statement.setInt(1, ++last);
                    statement.setString(2, symbol.text());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
        return known;
    }

    /// From now on, the numbers of these instruments are known. One thread calls it.
    ///
    /// @param loaded all that are committed
    void keep(Map<Symbol, Integer> loaded, Collection<Symbol> read) {
        Map<Symbol, Integer> more = new HashMap<>(ids);
        read.forEach(symbol -> more.put(symbol, loaded.get(symbol)));
        ids = Map.copyOf(more);
        all = List.copyOf(loaded.values());
    }

    private static Map<Symbol, Integer> given(Connection connection) throws SQLException {
        Map<Symbol, Integer> given = new HashMap<>();
        try (var statement = connection.prepareStatement("SELECT id, symbol FROM history_instrument");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                given.put(new Symbol(rows.getString(2)), rows.getInt(1));
            }
        }
        return given;
    }
}
