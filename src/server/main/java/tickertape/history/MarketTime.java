package tickertape.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.market.Tick;
import tickertape.wire.MarketPhase;
import tickertape.wire.Quote;
import tickertape.wire.Trade;

/// The time of the market: that of the server; of a recording, that of its newest trade. When a recording has ended, so
/// has the minute of its last trade, as no later one will end it. One thread uses it.
final class MarketTime {

    private final BarCalendar calendar;
    private final Optional<Instant> last;
    private Instant moment = Instant.MIN;
    private @Nullable Instant recorded;
    private boolean closed;
    private boolean over;

    /// @param last where a recording ends, if the feed is one
    MarketTime(BarCalendar calendar, Optional<Instant> last) {
        this.calendar = calendar;
        // As precise as trades tell it.
        this.last = last.map(time -> time.truncatedTo(ChronoUnit.MICROS));
    }

    /// The earliest time of all before it has begun.
    Instant moment() {
        return moment;
    }

    boolean hasBegun() {
        return !moment.equals(Instant.MIN);
    }

    boolean isRecorded() {
        return recorded != null;
    }

    /// Where the recording ends, as far as it is known.
    Optional<Instant> last() {
        return last;
    }

    void begin(Instant time) {
        moment = time;
    }

    /// Begins anew, at any time.
    void clear() {
        moment = Instant.MIN;
        recorded = null;
        closed = false;
        over = false;
    }

    /// Moves on with a tick; returns when a recording begins, if it does so in it.
    Optional<Instant> move(Tick tick) {
        Instant first = null;
        for (Trade trade : tick.trades()) {
            Instant time = trade.sourceTime();
            if (time != null && (recorded == null || time.isAfter(recorded))) {
                first = recorded == null ? time : first;
                recorded = time;
            }
        }
        closed = tick.status() == null ? closed : tick.status().phase() == MarketPhase.CLOSED;
        if (recorded == null) {
            moment = tick.time();
        } else if (!over || recorded.isAfter(moment)) {
            over = isOver(tick, recorded);
            moment = over ? calendar.end(Interval.MINUTE, calendar.start(Interval.MINUTE, recorded)) : recorded;
        }
        return Optional.ofNullable(first);
    }

    // Of the trades of its last moment some may have to wait for the next tick; and the last one may be missed.
    private boolean isOver(Tick tick, Instant newest) {
        return tick.trades().isEmpty()
                && last.filter(end -> closed || !newest.isBefore(end)).isPresent();
    }

    /// When the first trade of a tick took place that it has moved on with; without one, the time of the market.
    Instant first(Tick tick) {
        return tick.trades().isEmpty() ? moment : of(tick.trades().getFirst());
    }

    /// When something was heard of a symbol last, as far as its quote tells.
    Instant of(Quote quote) {
        Instant source = quote.sourceTime();
        return isRecorded() && source != null ? source : ofServer(quote.time());
    }

    /// What the market's clock showed at a time of the server, not long ago: that of a recording stands still while
    /// nothing comes.
    Instant ofServer(Instant server) {
        return isRecorded() ? moment : server;
    }

    /// When a trade took place, in the time of the market.
    static Instant of(Trade trade) {
        Instant source = trade.sourceTime();
        return source == null ? trade.time() : source;
    }
}
