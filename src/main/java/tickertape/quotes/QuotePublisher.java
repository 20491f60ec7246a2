package tickertape.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.bind.Jsonb;
import java.util.ArrayList;
import java.util.List;
import tickertape.market.Quote;
import tickertape.market.Tick;
import tickertape.market.Trade;
import tickertape.tape.Draft;
import tickertape.tape.Topic;
import tickertape.tape.stream.Broadcast;
import tickertape.web.watch.Pulse;

/// Puts each tick of the market on the tape as one batch: a new status, its trades, and the quotes that came of them.
@ApplicationScoped
public class QuotePublisher {

    private static final String ONE_KEY = "";

    @Inject
    @Named(QuoteBeans.QUOTE)
    Topic quoteTopic;

    @Inject
    @Named(QuoteBeans.TRADE)
    Topic tradeTopic;

    @Inject
    @Named(QuoteBeans.STATUS)
    Topic statusTopic;

    @Inject
    Broadcast broadcast;

    @Inject
    QuoteBoard board;

    @Inject
    Jsonb jsonb;

    @Inject
    @Named(QuoteBeans.TAPE)
    Pulse pulse;

    void publish(@Observes Tick tick) {
        try {
            List<Draft> drafts = drafts(tick);
            if (!drafts.isEmpty()) {
                board.post(tick.quotes(), broadcast.publish(drafts));
            }
            pulse.beat();
        } catch (RuntimeException | Error failure) {
            // Quotes come again with their next change; trades do not.
            if (!tick.trades().isEmpty()) {
                broadcast.lose(tradeTopic);
            }
            throw failure;
        }
    }

    private List<Draft> drafts(Tick tick) {
        List<Draft> drafts =
                new ArrayList<>(1 + tick.trades().size() + tick.quotes().size());
        if (tick.status() != null) {
            drafts.add(new Draft(statusTopic, ONE_KEY, jsonb.toJson(tick.status())));
        }
        for (Trade trade : tick.trades()) {
            drafts.add(new Draft(tradeTopic, trade.symbol().text(), jsonb.toJson(trade)));
        }
        for (Quote quote : tick.quotes()) {
            drafts.add(new Draft(quoteTopic, quote.symbol().text(), jsonb.toJson(quote)));
        }
        return drafts;
    }
}
