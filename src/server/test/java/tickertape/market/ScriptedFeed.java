package tickertape.market;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;

/// A feed that plays a script, tick by tick, and then sends nothing. Its market is open unless the test sets another
/// status.
public final class ScriptedFeed implements Feed {

    /// Its status, except for the time.
    public MarketStatus status = new MarketStatus(MarketPhase.OPEN, null, null, Samples.NOON);

    /// Where it ends, if it is a recording.
    public Optional<Instant> lastRecorded = Optional.empty();

    private final List<Instrument> instruments;
    private final Queue<List<MarketEvent>> ticks = new ArrayDeque<>();
    private List<Instrument> discovered = List.of();

    public ScriptedFeed(String... symbols) {
        instruments = Stream.of(symbols).map(Samples::instrument).toList();
    }

    public void next(MarketEvent... events) {
        ticks.add(List.of(events));
    }

    /// Makes a symbol known with the next tick.
    public void discover(String symbol) {
        discovered = List.of(Samples.instrument(symbol));
    }

    @Override
    public List<Instrument> discovered() {
        return discovered;
    }

    @Override
    public List<Instrument> instruments() {
        return instruments;
    }

    @Override
    public Optional<Instant> lastRecorded() {
        return lastRecorded;
    }

    @Override
    public List<MarketEvent> tick(Instant now) {
        List<MarketEvent> events = ticks.poll();
        return events == null ? List.of() : events;
    }

    @Override
    public MarketStatus status(Instant now) {
        return new MarketStatus(status.phase(), status.next(), status.nextTime(), now);
    }
}
