package tickertape.alerts.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tickertape.store.Dialect;
import tickertape.wire.Symbol;

/// The statements on the table of symbols whose trading is stopped.
record HaltTable(Dialect dialect) {

    void write(Connection connection, List<Change.Halt> halts) throws SQLException {
        List<String> columns = List.of("symbol");
        String insert = switch (dialect) {
            case H2 -> dialect.upsert("alerts_halt", columns, columns);
            case POSTGRESQL -> "INSERT INTO alerts_halt (symbol) VALUES (?) ON CONFLICT DO NOTHING";
        };
        for (Change.Halt halt : halts) {
            try (var statement = connection.prepareStatement(
                    halt.isHalted() ? insert : "DELETE FROM alerts_halt WHERE symbol = ?")) {
                statement.setString(1, halt.symbol().text());
                statement.executeUpdate();
            }
        }
    }

    static Set<Symbol> read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT symbol FROM alerts_halt")) {
            var symbols = new HashSet<Symbol>();
            while (rows.next()) {
                symbols.add(new Symbol(rows.getString(1)));
            }
            return symbols;
        }
    }
}
