package tickertape.feeding;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tickertape.market.Instrument;
import tickertape.market.LastPrice;
import tickertape.market.feed.InstrumentRow;
import tickertape.market.feed.ReferenceData;
import tickertape.store.Database;
import tickertape.store.DatabaseException;
import tickertape.store.Rows;
import tickertape.store.WriteQueue;
import tickertape.store.WriteQueues;
import tickertape.wire.Symbol;

/// The symbols that feeders have told of, kept in the database. It reads at the start; later nobody waits for it.
final class ListedInstruments {

    private static final Logger LOG = System.getLogger(ListedInstruments.class.getName());
    private static final List<String> COLUMNS = List.of("symbol", "decimals", "currency", "reference");

    private final List<Instrument> instruments;
    private final Map<Symbol, LastPrice> lastPrices = new HashMap<>();
    private final ReferenceData reference;
    private final WriteQueue<Instrument> queue;

    /// A row.
    private record Row(String symbol, int decimals, String currency, BigDecimal reference) {}

    /// @param capacity how many symbols there are at most
    /// @param continuation where prices stopped before, also of symbols that nobody has handed in
    ListedInstruments(
            Database database,
            WriteQueues queues,
            int capacity,
            Map<Symbol, LastPrice> continuation,
            ReferenceData reference) {
        this.reference = reference;
        instruments = read(database).stream()
                .map(row -> instrument(row, continuation))
                .toList();
        String upsert = database.dialect().upsert("feeding_instrument", List.of("symbol"), COLUMNS);
        queue = queues.open(
                FeedingBeans.FEEDING,
                capacity,
                Instrument::symbol,
                (link, rows) -> write(link, upsert, rows),
                lost -> {});
    }

    /// Those that were known at the start.
    List<Instrument> instruments() {
        return instruments;
    }

    /// Where those stand.
    Map<Symbol, LastPrice> lastPrices() {
        return Map.copyOf(lastPrices);
    }

    /// Keeps one that is new, or known better.
    void put(Instrument instrument) {
        queue.put(instrument);
    }

    private static List<Row> read(Database database) {
        try {
            return database.query(ListedInstruments::rows);
        } catch (DatabaseException away) {
            LOG.log(
                    Level.WARNING,
                    "Symbols are listed when somebody sends them, because those of before can''t be read: {0}",
                    away.getMessage());
            return List.of();
        }
    }

    private static List<Row> rows(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT symbol, decimals, currency, reference FROM feeding_instrument ORDER BY symbol")) {
            return Rows.all(
                    statement, row -> new Row(row.getString(1), row.getInt(2), row.getString(3), row.getBigDecimal(4)));
        }
    }

    private Instrument instrument(Row row, Map<Symbol, LastPrice> continuation) {
        var symbol = new Symbol(row.symbol());
        Instrument listed = new Instrument(
                symbol,
                row.symbol(),
                ListedSymbol.SECTOR,
                ListedSymbol.NO_MARKET,
                row.currency(),
                BigDecimal.valueOf(1, row.decimals()),
                scaled(row.reference(), row.decimals()),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
        Instrument instrument = reference
                .row(symbol)
                .flatMap(InstrumentRow::tickSize)
                .map(listed::withTickSize)
                .orElse(listed);
        LastPrice last = continuation.get(symbol);
        if (last != null) {
            int scale = instrument.scale();
            lastPrices.put(symbol, new LastPrice(scaled(last.last(), scale), scaled(last.previousClose(), scale)));
        }
        return instrument;
    }

    // The database adds zeros. A price may be finer than the row if the server was killed between two writes.
    private static BigDecimal scaled(BigDecimal price, int scale) {
        return price.setScale(scale, RoundingMode.HALF_EVEN);
    }

    private static void write(Connection connection, String upsert, List<Instrument> rows) throws SQLException {
        try (var statement = connection.prepareStatement(upsert)) {
            for (Instrument row : rows) {
                statement.setString(1, row.symbol().text());
                statement.setInt(2, row.scale());
                statement.setString(3, row.currency());
                statement.setBigDecimal(4, row.referencePrice());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
