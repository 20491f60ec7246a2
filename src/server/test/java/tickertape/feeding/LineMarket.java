package tickertape.feeding;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import tickertape.feeding.FeedRequest.FeedContext;
import tickertape.market.Feed;
import tickertape.market.feed.ReferenceData;
import tickertape.store.TestDatabase;
import tickertape.testing.FakeTime;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// A market that lines move which come through a door, with ticks that the test makes.
public final class LineMarket implements AutoCloseable {

    private final TestDatabase test = TestDatabase.with("feeding");
    private final FakeTime time = test.time();
    private final Sources sources = new Sources(100, time::nanoTime);
    private final LineQueue queue;
    private final LineDoor door;
    private final Feed feed;

    /// @param room how many lines may wait
    public LineMarket(int room) {
        queue = new LineQueue(room);
        var context = new FeedContext(sources, queue, new FeedingMetrics(sources, queue), time, time::nanoTime);
        var memory = new ListedInstruments(test.database(), test.queues(), 100, Map.of(), ReferenceData.NONE);
        var options = new LineFeed.Options(new SourceRanks(List.of()), Duration.ofSeconds(3), "USD", ZoneOffset.UTC);
        door = new LineDoor(
                context,
                false,
                ReferenceData.NONE,
                end -> new LineFeed(
                        queue, options, memory, new FeedLog(sources, time::nanoTime), ReferenceData.NONE, end));
        feed = door.open(() -> {});
    }

    public LineDoor door() {
        return door;
    }

    public TestDatabase test() {
        return test;
    }

    public FakeTime time() {
        return time;
    }

    public int waiting() {
        return queue.depth();
    }

    /// The prices of the trades of one more tick.
    public List<String> tick() {
        Instant now = time.instant();
        return feed.tick(now).stream()
                .map(event -> ((Trade) event).price().toPlainString())
                .toList();
    }

    /// The symbols whose bars may lack trades of the last tick.
    public List<String> gaps() {
        return feed.gaps().stream().map(Symbol::text).toList();
    }

    /// What is said of a source.
    public SourceInfo source(String name) {
        return sources.source(name).info();
    }

    @Override
    public void close() throws SQLException {
        test.close();
    }
}
