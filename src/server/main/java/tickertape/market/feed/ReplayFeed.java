package tickertape.market.feed;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tickertape.market.Feed;
import tickertape.market.Instrument;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Trade;

/// Plays recorded trades in the order and at a multiple of the pace they once came in; only one thread may call it.
///
/// It invents nothing: no bids, no asks. The first trade comes with the first tick; with the tick
/// after the last one the market is closed, for good.
public final class ReplayFeed implements Feed {

    /// More trades than this wait for the next tick, so that any speed can be followed.
    static final int MOST_TRADES = 2000;

    private final Recording recording;
    private final Timeline timeline;
    private final double step;
    private long ticks;
    private int next;
    private boolean ended;

    /// Reads and checks the whole file; throws `BadFileException` with file, line and fault.
    ///
    /// @param defaultSymbol what the trades are of where the file names no symbols
    /// @param speed how many recorded seconds pass in one second; positive
    public ReplayFeed(Path file, String defaultSymbol, String currency, BigDecimal speed, Duration interval) {
        recording = RecordingReader.read(file, defaultSymbol, currency);
        timeline = new Timeline(interval);
        step = speed.doubleValue() * interval.toNanos();
    }

    @Override
    public List<Instrument> instruments() {
        return recording.instruments();
    }

    @Override
    public List<MarketEvent> tick(Instant now) {
        timeline.advance(now);
        double from = step * ticks++;
        ended = next == recording.size();
        List<MarketEvent> trades = new ArrayList<>();
        while (next < recording.size() && trades.size() < MOST_TRADES) {
            double since = recording.nanos(next) - recording.nanos(0);
            if (since >= from + step && next > 0) {
                break;
            }
            // A trade that had to wait is late, and comes at the interval's very start.
            trades.add(trade(timeline.at(Math.max(0, (since - from) / step))));
            next++;
        }
        return trades;
    }

    @Override
    public MarketStatus status(Instant now) {
        return new MarketStatus(ended ? MarketPhase.CLOSED : MarketPhase.OPEN, null, null, now);
    }

    private Trade trade(Instant time) {
        return new Trade(
                recording.symbol(next),
                recording.price(next),
                recording.size(next),
                time,
                SourceTime.instant(recording.nanos(next)));
    }
}
