package tickertape.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketPhase;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;
import tickertape.wire.TopOfBook;
import tickertape.wire.Trade;
import tickertape.wire.TradingHalt;

/// What the next quote of one instrument is made of. Only the thread that ticks may touch it.
final class InstrumentState {

    private Instrument instrument;
    private final SilenceDetector silence = new SilenceDetector();
    private DayStatistics day;
    private Instant time = Instant.EPOCH;
    private @Nullable TopOfBook book;
    private @Nullable QuoteStatus status;
    private long seq;
    private boolean changed;
    private boolean news;
    private boolean halted;

    /// @param start where its price stands; null where that is the reference price
    InstrumentState(Instrument instrument, @Nullable LastPrice start) {
        this.instrument = instrument;
        day = start == null ? new DayStatistics(instrument.referencePrice()) : continued(start);
    }

    private DayStatistics continued(LastPrice start) {
        int scale = instrument.scale();
        return new DayStatistics(
                start.previousClose().setScale(scale, RoundingMode.UNNECESSARY),
                start.last().setScale(scale, RoundingMode.UNNECESSARY));
    }

    /// Goes on from what readers have been told last.
    void resume(Quote told) {
        day = DayStatistics.of(told);
        book = book(told);
        time = told.time();
        status = told.status();
        halted = status == QuoteStatus.HALTED;
        seq = told.seq();
        changed = false;
        news = false;
    }

    private static @Nullable TopOfBook book(Quote told) {
        BigDecimal bid = told.bid();
        BigDecimal ask = told.ask();
        BigDecimal bidSize = told.bidSize();
        BigDecimal askSize = told.askSize();
        return bid == null || ask == null || bidSize == null || askSize == null
                ? null
                : new TopOfBook(told.symbol(), bid, ask, bidSize, askSize, told.time());
    }

    /// Takes note of what is known better by now: the next quote has it.
    void refine(Instrument better) {
        instrument = better;
    }

    boolean halted() {
        return halted;
    }

    Symbol symbol() {
        return instrument.symbol();
    }

    /// Whether its source has sent a trade or a book in this tick.
    boolean hasNews() {
        return news;
    }

    /// The status of the quote that was published last; null before the first.
    @Nullable
    QuoteStatus status() {
        return status;
    }

    /// Has it quoted before its first session.
    void begin(Instant now) {
        time = now;
        changed = true;
    }

    /// Makes the last price the previous close and resets all other figures. The old book is void.
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
                news = true;
            }
            case TopOfBook top -> {
                book = top;
                news = true;
            }
            case TradingHalt _ -> halted = true;
        }
        time = event.time();
        changed = true;
    }

    /// Ends the tick and returns the new quote, if anything has changed. However much has, `seq` rises by one.
    ///
    /// @param allSilent whether the feed has fallen silent about all instruments
    /// @param outOfHours whether this is not the time of its own hours
    Optional<Quote> publish(MarketPhase phase, boolean allSilent, boolean outOfHours) {
        QuoteStatus next = next(phase, allSilent, outOfHours);
        if (!changed && (status == null || status == next)) {
            return Optional.empty();
        }
        changed = false;
        status = next;
        seq++;
        return Optional.of(quote(next));
    }

    private QuoteStatus next(MarketPhase phase, boolean allSilent, boolean outOfHours) {
        boolean closed = outOfHours || phase == MarketPhase.CLOSED || phase == MarketPhase.PRE;
        if (closed || halted) {
            silence.pause();
        } else {
            silence.tick(news);
        }
        news = false;
        if (closed) {
            return QuoteStatus.CLOSED;
        }
        if (halted) {
            return QuoteStatus.HALTED;
        }
        return allSilent || silence.exceeded() ? QuoteStatus.STALE : QuoteStatus.TRADING;
    }

    /// The one place where a quote is put together.
    private Quote quote(QuoteStatus current) {
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
                day.changePercent(),
                day.volume,
                seq,
                time,
                day.sourceTime,
                current);
    }
}
