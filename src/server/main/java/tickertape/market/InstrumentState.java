package tickertape.market;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketPhase;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.TopOfBook;
import tickertape.wire.Trade;
import tickertape.wire.TradingHalt;

/// One instrument's figures as they move; only the market's own thread may touch it.
final class InstrumentState {

    private final Instrument instrument;
    private final SilenceDetector staleness = new SilenceDetector();
    private DayStatistics day;
    private Instant time = Instant.EPOCH;
    private @Nullable TopOfBook book;
    private @Nullable Quote quote;
    private boolean changed;
    private boolean heard;
    private boolean halted;

    InstrumentState(Instrument instrument) {
        this.instrument = instrument;
        day = new DayStatistics(instrument.referencePrice());
    }

    Instrument instrument() {
        return instrument;
    }

    boolean halted() {
        return halted;
    }

    /// Whether its source has spoken in this tick.
    boolean heard() {
        return heard;
    }

    /// The quote as last published.
    Optional<Quote> quote() {
        return Optional.ofNullable(quote);
    }

    /// The last price becomes the previous close, and the other figures begin anew; the old book is void.
    void beginDay(Instant now) {
        day = new DayStatistics(day.last);
        book = null;
        time = now;
        changed = true;
    }

    void apply(MarketEvent event) {
        switch (event) {
            case Trade trade -> {
                day.add(trade);
                halted = false;
                heard = true;
            }
            case TopOfBook top -> {
                book = top;
                heard = true;
            }
            case TradingHalt _ -> halted = true;
        }
        time = event.time();
        changed = true;
    }

    /// Ends the tick: the new quote, if anything has changed. However much did, `seq` rises by one.
    ///
    /// @param silent whether the feed has fallen silent about all instruments
    Optional<Quote> publish(MarketPhase phase, boolean silent) {
        QuoteStatus status = status(phase, silent);
        changed |= quote != null && quote.status() != status;
        if (!changed) {
            return Optional.empty();
        }
        changed = false;
        quote = current(quote == null ? 1 : quote.seq() + 1, status);
        return Optional.of(quote);
    }

    private QuoteStatus status(MarketPhase phase, boolean silent) {
        boolean closed = phase == MarketPhase.CLOSED || phase == MarketPhase.PRE;
        if (closed || halted) {
            staleness.rest();
        } else {
            staleness.tick(heard);
        }
        heard = false;
        if (closed) {
            return QuoteStatus.CLOSED;
        }
        if (halted) {
            return QuoteStatus.HALTED;
        }
        return silent || staleness.reached() ? QuoteStatus.STALE : QuoteStatus.TRADING;
    }

    private Quote current(long seq, QuoteStatus status) {
        return new Quote(
                instrument.symbol(),
                book == null ? null : book.bid(),
                book == null ? null : book.ask(),
                book == null ? null : book.bidSize(),
                book == null ? null : book.askSize(),
                day.last,
                day.lastSize,
                day.open,
                day.high,
                day.low,
                day.previousClose,
                day.change(),
                Quote.percent(day.change(), day.previousClose),
                day.volume,
                seq,
                time,
                day.sourceTime,
                status);
    }
}
