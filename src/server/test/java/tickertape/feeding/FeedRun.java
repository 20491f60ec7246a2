package tickertape.feeding;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tickertape.feeding.line.LineParser;
import tickertape.market.LastPrice;
import tickertape.market.feed.ReferenceData;
import tickertape.store.TestDatabase;
import tickertape.store.WriteQueues;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// A feed with two listed sources, A before B, and a clock that the test moves.
final class FeedRun implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final Duration SILENCE = Duration.ofSeconds(3);
    static final Symbol ACME = new Symbol("ACME");

    final TestDatabase test = TestDatabase.with("feeding");
    final AtomicLong nanos = new AtomicLong(1);
    final Sources sources = new Sources(10, nanos::get);
    final AtomicLong confirmed = new AtomicLong();
    final AtomicLong ended = new AtomicLong();
    private final LineQueue queue = new LineQueue(100);
    private final LineParser parser = new LineParser(false, ReferenceData.NONE);
    final LineFeed feed = feed(test.queues(), Map.of());
    final SourceTracker a = sources.source("A");
    final SourceTracker b = sources.source("B");

    /// A feed of another run of the server.
    LineFeed feed(WriteQueues queues, Map<Symbol, LastPrice> lastPrices) {
        return feed(queues, lastPrices, ReferenceData.NONE);
    }

    /// One that knows something of its instruments.
    LineFeed feed(WriteQueues queues, Map<Symbol, LastPrice> lastPrices, ReferenceData reference) {
        var memory = new ListedInstruments(test.database(), queues, 10, lastPrices, reference);
        var options = new LineFeed.Options(new SourceRanks(List.of("A", "B")), SILENCE, "EUR", ZoneOffset.UTC);
        return new LineFeed(
                queue, options, memory, new FeedLog(sources, nanos::get), reference, ended::incrementAndGet);
    }

    /// The prices of the trades of one more tick.
    List<String> prices() {
        return feed.tick(NOON).stream()
                .map(event -> ((Trade) event).price().toPlainString())
                .toList();
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    boolean send(SourceTracker source, String line) throws InterruptedException {
        return send(source, line, NOON);
    }

    boolean send(SourceTracker source, String line, Instant time) throws InterruptedException {
        return source.take(
                source.session(), parser.parse(line), time, nanos.get(), 0, queue, confirmed::incrementAndGet);
    }

    static String trade(String symbol, String price) {
        return "{\"symbol\":\"%s\",\"price\":%s,\"size\":1}".formatted(symbol, price);
    }

    static String seq(long seq, String symbol) {
        return "{\"symbol\":\"%s\",\"price\":1,\"size\":1,\"seq\":%s}".formatted(symbol, Long.toString(seq));
    }

    @Override
    public void close() throws SQLException {
        test.close();
    }
}
