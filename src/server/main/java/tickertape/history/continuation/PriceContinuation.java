package tickertape.history.continuation;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import tickertape.history.LeaderWriter;
import tickertape.market.Continuation;
import tickertape.market.LastPrice;
import tickertape.market.Leadership;
import tickertape.market.Tick;
import tickertape.market.ticker.TickListener;
import tickertape.store.BatchWriter;
import tickertape.store.Database;
import tickertape.store.DatabaseException;
import tickertape.store.WriteQueue;
import tickertape.store.WriteQueues;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// Keeps the last price and the previous close of each symbol in the database, as of a second ago.
final class PriceContinuation implements Continuation, TickListener {

    private static final Logger LOG = System.getLogger(PriceContinuation.class.getName());

    /// More than there are symbols, so that none is ever lost.
    private static final int CAPACITY = 100_000;

    /// Nobody misses the prices of a second, and the database is left in peace.
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final List<String> COLUMNS = List.of("symbol", "last_price", "previous_close", "quoted_at");

    private final Database database;
    private final WriteQueue<Quote> queue;
    private final LongSupplier nanoTime;
    private final Map<Symbol, Quote> newest = new HashMap<>();
    private long handedOver;

    /// @param nanoTime a monotonic clock
    PriceContinuation(Database database, WriteQueues queues, Leadership leadership, LongSupplier nanoTime) {
        this.database = database;
        this.nanoTime = nanoTime;
        handedOver = nanoTime.getAsLong();
        String upsert = database.dialect().upsert("continuation_prices", List.of("symbol"), COLUMNS);
        queue = queues.open(
                name(), CAPACITY, Quote::symbol, new LeaderWriter<>(new PriceWriter(upsert), leadership), lost -> {});
    }

    @Override
    public String name() {
        return "continuation";
    }

    @Override
    public void onTick(Tick tick) {
        tick.quotes().forEach(quote -> newest.put(quote.symbol(), quote));
        long now = nanoTime.getAsLong();
        if (now - handedOver >= INTERVAL.toNanos()) {
            handedOver = now;
            newest.values().forEach(queue::put);
            newest.clear();
        }
    }

    /// Of a tick that is missed, the next quote of a symbol tells.
    @Override
    public OverflowPolicy overflowPolicy() {
        return OverflowPolicy.MERGE;
    }

    @Override
    public Map<Symbol, LastPrice> lastPrices() {
        try {
            return database.query(PriceContinuation::read);
        } catch (DatabaseException e) {
            LOG.log(
                    Level.WARNING,
                    "The market begins anew, because its last prices can''t be read: {0}",
                    e.getMessage());
            return Map.of();
        }
    }

    private static Map<Symbol, LastPrice> read(Connection connection) throws SQLException {
        Map<Symbol, LastPrice> prices = new HashMap<>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT symbol, last_price, previous_close FROM continuation_prices")) {
            while (rows.next()) {
                prices.put(new Symbol(rows.getString(1)), new LastPrice(rows.getBigDecimal(2), rows.getBigDecimal(3)));
            }
        }
        return prices;
    }

    /// Writes the newest prices over those before.
    private record PriceWriter(String upsert) implements BatchWriter<Quote> {

        /// A second later there are newer ones.
        @Override
        public boolean isLasting() {
            return false;
        }

        @Override
        public void write(Connection connection, List<Quote> quotes) throws SQLException {
            try (var statement = connection.prepareStatement(upsert)) {
                for (Quote quote : quotes) {
                    statement.setString(1, quote.symbol().text());
                    statement.setBigDecimal(2, quote.last());
                    statement.setBigDecimal(3, quote.previousClose());
                    statement.setTimestamp(4, Timestamp.from(quote.time()));
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }
}
