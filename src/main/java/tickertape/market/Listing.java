package tickertape.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One instrument's figures as they move; only the market's own thread may touch it.
final class Listing {

    private final Instrument instrument;
    private BigDecimal last;
    private BigDecimal lastSize = BigDecimal.ZERO;
    private BigDecimal open;
    private BigDecimal high;
    private BigDecimal low;
    private BigDecimal volume = BigDecimal.ZERO;
    private Instant time = Instant.EPOCH;
    private @Nullable Instant sourceTime;
    private @Nullable TopOfBook book;
    private @Nullable Quote quote;
    private boolean traded;
    private boolean changed;

    Listing(Instrument instrument) {
        this.instrument = instrument;
        last = open = high = low = instrument.referencePrice();
    }

    Instrument instrument() {
        return instrument;
    }

    /// The quote as last published.
    Optional<Quote> quote() {
        return Optional.ofNullable(quote);
    }

    void apply(MarketEvent event) {
        switch (event) {
            case Trade trade -> traded(trade);
            case TopOfBook top -> book = top;
        }
        time = event.time();
        changed = true;
    }

    /// The new quote, if anything happened since the last one: however much, `seq` rises by one.
    Optional<Quote> publish() {
        if (!changed) {
            return Optional.empty();
        }
        changed = false;
        quote = current(quote == null ? 1 : quote.seq() + 1);
        return Optional.of(quote);
    }

    private void traded(Trade trade) {
        last = trade.price();
        lastSize = trade.size();
        open = traded ? open : last;
        high = traded ? high.max(last) : last;
        low = traded ? low.min(last) : last;
        traded = true;
        volume = volume.add(lastSize);
        sourceTime = trade.sourceTime();
    }

    private Quote current(long seq) {
        BigDecimal previousClose = instrument.referencePrice();
        BigDecimal change = last.subtract(previousClose);
        return new Quote(
                instrument.symbol(),
                book == null ? null : book.bid(),
                book == null ? null : book.ask(),
                book == null ? null : book.bidSize(),
                book == null ? null : book.askSize(),
                last,
                lastSize,
                open,
                high,
                low,
                previousClose,
                change,
                Quote.percent(change, previousClose),
                volume,
                seq,
                time,
                sourceTime,
                QuoteStatus.TRADING);
    }
}
