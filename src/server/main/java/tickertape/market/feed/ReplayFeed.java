package tickertape.market.feed;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tickertape.market.Feed;
import tickertape.market.Instrument;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Trade;

/// Plays recorded trades in their order, at a multiple of the speed they once came at. One thread calls it.
///
/// It invents nothing: there are no bids and no asks. The first trade comes with the first tick. With the tick after
/// the last trade the market closes for good.
public final class ReplayFeed implements Feed {

    /// More trades than this wait for the next tick, so that readers can follow any speed.
    static final int MAX_TRADES = 2000;

    private final Recording recording;
    private final TickInterval current;
    private final double step;
    private long ticks;
    private int next;
    private boolean ended;

    /// Reads and checks the whole file; throws `BadFileException` with file, line and fault.
    ///
    /// @param speed how many recorded seconds pass in one second; positive
    ReplayFeed(Path file, RecordingFormat format, BigDecimal speed, Duration interval) {
        recording = RecordingReader.read(file, format);
        current = new TickInterval(interval);
        step = speed.doubleValue() * interval.toNanos();
    }

    @Override
    public List<Instrument> instruments() {
        return recording.instruments();
    }

    @Override
    public Optional<Instant> lastRecorded() {
        return Optional.of(SourceTime.instant(recording.nanos(recording.size() - 1)));
    }

    @Override
    public List<MarketEvent> tick(Instant now) {
        current.advance(now);
        double from = step * ticks++;
        ended = next == recording.size();
        List<MarketEvent> trades = new ArrayList<>();
        while (next < recording.size() && trades.size() < MAX_TRADES) {
            double since = recording.nanos(next) - recording.nanos(0);
            if (since >= from + step && next > 0) {
                break;
            }
            // A trade that had to wait is late: it comes at the start of the interval.
            trades.add(trade(current.at(Math.max(0, (since - from) / step))));
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
