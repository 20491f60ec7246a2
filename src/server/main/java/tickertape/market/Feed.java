package tickertape.market;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketStatus;
import tickertape.wire.Symbol;

/// A source of market events. One thread calls it, and must not be kept waiting: it is the thread of the tick.
public interface Feed {

    /// The instruments that its events are about at the start, each symbol once.
    List<Instrument> instruments();

    /// Instruments that its last tick was the first to tell of, and those that it knows better since, such as by a
    /// finer price. Most feeds know all of theirs from the start.
    default List<Instrument> discovered() {
        return List.of();
    }

    /// Where instruments stand before the first tick. The others stand at their reference price.
    default Map<Symbol, LastPrice> lastPrices() {
        return Map.of();
    }

    /// Of a recording, when its last trade was: what is kept of an earlier run of it is replaced up to then.
    default Optional<Instant> lastRecorded() {
        return Optional.empty();
    }

    /// What happened in the interval that ends now, in order of time.
    List<MarketEvent> tick(Instant now);

    /// The symbols of which the last tick, or the time before it, may lack trades.
    default Set<Symbol> gaps() {
        return Set.of();
    }

    /// Whether others send it what it has, when they like. Then it may have nothing to say for long after the start.
    default boolean isPushed() {
        return false;
    }

    /// What the market is doing at the end of the interval that [#tick] was about.
    ///
    /// A new trading day begins with the phase `PRE`, and with whatever follows `CLOSED`.
    MarketStatus status(Instant now);

    /// The symbols whose own hours are over, or have not begun: they are closed, whatever the market is doing.
    default Set<Symbol> closed(Instant now) {
        return Set.of();
    }

    /// Whether it can go on where the market of another server stands.
    default boolean resumes() {
        return false;
    }

    /// Goes on where the market stands that another server has moved so far. Called between two ticks, and only if it
    /// [#resumes].
    default void resume(MarketState state, Instant now) {
        throw new UnsupportedOperationException("this feed can't go on from %s".formatted(state));
    }

    /// The market has ended: what the last tick brought has been published, and there will be no other.
    default void end() {}

    /// Makes up a past that leads to where the market begins, if the feed can: five days of minutes, and a year of
    /// days. Unlike the rest it is called by any thread, and may take its time.
    ///
    /// @param now all of it is on days before
    /// @param zone whose days they are
    /// @param bars takes each minute and each day, in any order
    default void past(Instant now, ZoneId zone, Consumer<PastBar> bars) {}
}
