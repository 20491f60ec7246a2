package tickertape.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.Trade;

/// Who is to be told what; null for nobody.
record Callbacks(
        @Nullable Consumer<Quote> quote,
        @Nullable Consumer<Trade> trade,
        @Nullable Consumer<MarketStatus> status,
        @Nullable Consumer<Report> report)
        implements Consumer<StreamMessage> {

    private static final Logger LOG = System.getLogger(Callbacks.class.getName());

    static final Callbacks NONE = new Callbacks(null, null, null, null);

    Callbacks withQuote(Consumer<Quote> callback) {
        return new Callbacks(callback, trade, status, report);
    }

    Callbacks withTrade(Consumer<Trade> callback) {
        return new Callbacks(quote, callback, status, report);
    }

    Callbacks withStatus(Consumer<MarketStatus> callback) {
        return new Callbacks(quote, trade, callback, report);
    }

    Callbacks withReport(Consumer<Report> callback) {
        return new Callbacks(quote, trade, status, callback);
    }

    /// What has to be read for them.
    Set<Topic> topics() {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        if (quote != null) {
            topics.add(Topic.QUOTE);
        }
        if (trade != null) {
            topics.add(Topic.TRADE);
        }
        if (status != null) {
            topics.add(Topic.STATUS);
        }
        return topics;
    }

    /// Never throws: what one callback does must not end the stream.
    @Override
    public void accept(StreamMessage message) {
        try {
            if (message instanceof StreamMessage.Quoted quoted) {
                tell(quote, quoted.quote());
            } else if (message instanceof StreamMessage.Traded traded) {
                tell(trade, traded.trade());
            } else if (message instanceof StreamMessage.MarketIs market) {
                tell(status, market.status());
            } else if (message instanceof StreamMessage.Reported reported) {
                tell(report, reported.report());
            }
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "a callback threw, at " + message, fault);
        }
    }

    private static <T> void tell(@Nullable Consumer<T> whom, T what) {
        if (whom != null) {
            whom.accept(what);
        }
    }
}
