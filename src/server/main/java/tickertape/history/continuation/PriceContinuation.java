package tickertape.history.continuation;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import tickertape.history.LeaderWriter;
import tickertape.history.LeaderWriter.TermRow;
import tickertape.history.WriteTerm;
import tickertape.market.Continuation;
import tickertape.market.LastPrice;
import tickertape.market.Tick;
import tickertape.market.ticker.TickListener;
import tickertape.store.BatchWriter;
import tickertape.store.Database;
import tickertape.store.DatabaseException;
import tickertape.store.WriteQueue;
import tickertape.store.WriteQueues;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// Keeps the last price and the previous close of each symbol in the database, as of a second ago.
///
/// When the market has closed, the last price is what the next run has as the previous close.
final class PriceContinuation implements Continuation, TickListener {

    private static final Logger LOG = System.getLogger(PriceContinuation.class.getName());

    /// More than there are symbols, so that none is ever lost.
    private static final int CAPACITY = 100_000;

    /// Nobody misses the prices of a second, and the database is left in peace.
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final List<String> COLUMNS = List.of("symbol", "last_price", "previous_close", "quoted_at");

    private final Database database;
    private final WriteQueue<TermRow<Row>> queue;
    private final WriteTerm right;
    private final LongSupplier nanoTime;
    private final Map<Symbol, Row> newest = new HashMap<>();
    private long term;
    private boolean closed;
    private volatile boolean unread;
    private long handedOver;

    /// @param previousClose what the next run begins with
    private record Row(Symbol symbol, BigDecimal last, BigDecimal previousClose, Instant time) {}

    /// @param nanoTime a monotonic clock
    PriceContinuation(Database database, WriteQueues queues, WriteTerm right, LongSupplier nanoTime) {
        this.database = database;
        this.right = right;
        this.nanoTime = nanoTime;
        handedOver = nanoTime.getAsLong();
        String upsert = database.dialect().upsert("continuation_prices", List.of("symbol"), COLUMNS);
        queue = queues.open(
                name(),
                CAPACITY,
                one -> one.row().symbol(),
                new LeaderWriter<>(new PriceWriter(upsert), right),
                lost -> {});
    }

    @Override
    public String name() {
        return "continuation";
    }

    @Override
    public void onTick(Tick tick) {
        long current = right.term();
        if (current != term) {
            term = current;
            // Meanwhile another server may have moved the market.
            newest.clear();
            closed = false;
        }
        MarketStatus status = tick.status();
        closed = status == null ? closed : status.phase() == MarketPhase.CLOSED;
        for (Quote quote : tick.quotes()) {
            BigDecimal close = closed ? quote.last() : quote.previousClose();
            newest.put(quote.symbol(), new Row(quote.symbol(), quote.last(), close, quote.time()));
        }
        long now = nanoTime.getAsLong();
        if (now - handedOver >= INTERVAL.toNanos()) {
            sayWhatIsReplaced();
            handedOver = now;
            newest.values().forEach(row -> queue.put(new TermRow<>(current, row)));
            newest.clear();
        }
    }

    private void sayWhatIsReplaced() {
        if (unread && !newest.isEmpty() && database.isWritable()) {
            unread = false;
            LOG.log(
                    Level.WARNING,
                    "The prices of this run take the place of those before, which were not read at its start");
        }
    }

    /// Of a tick that is missed, the next quote of a symbol tells.
    @Override
    public OverflowPolicy overflowPolicy() {
        return OverflowPolicy.MERGE;
    }

    @Override
    public Map<Symbol, LastPrice> lastPrices() {
        return read(Instant.MIN);
    }

    @Override
    public Map<Symbol, LastPrice> lastPrices(Instant now, ZoneId zone) {
        return read(LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant());
    }

    private Map<Symbol, LastPrice> read(Instant today) {
        try {
            return database.query(connection -> read(connection, today));
        } catch (DatabaseException e) {
            unread = true;
            LOG.log(
                    Level.WARNING,
                    "The market begins anew, because its last prices can''t be read: {0}",
                    e.getMessage());
            return Map.of();
        }
    }

    private static Map<Symbol, LastPrice> read(Connection connection, Instant today) throws SQLException {
        Map<Symbol, LastPrice> prices = new HashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT %s FROM continuation_prices".formatted(String.join(", ", COLUMNS)))) {
            while (rows.next()) {
                BigDecimal last = rows.getBigDecimal(2);
                boolean closed = rows.getTimestamp(4).toInstant().isBefore(today);
                prices.put(new Symbol(rows.getString(1)), new LastPrice(last, closed ? last : rows.getBigDecimal(3)));
            }
        }
        return prices;
    }

    /// Writes the newest prices over those before.
    private record PriceWriter(String upsert) implements BatchWriter<Row> {

        /// A second later there are newer ones.
        @Override
        public boolean isLasting() {
            return false;
        }

        @Override
        public void write(Connection connection, List<Row> rows) throws SQLException {
            try (var statement = connection.prepareStatement(upsert)) {
                for (Row row : rows) {
                    statement.setString(1, row.symbol().text());
                    statement.setBigDecimal(2, row.last());
                    statement.setBigDecimal(3, row.previousClose());
                    statement.setTimestamp(4, Timestamp.from(row.time()));
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }
}
