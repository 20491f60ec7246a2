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

/// Puts each tick of the market on the tape: its trades, then the quotes that came of them, as one batch.
@ApplicationScoped
public class QuotePublisher {

    @Inject
    @Named(QuoteBeans.QUOTE)
    Topic quoteTopic;

    @Inject
    @Named(QuoteBeans.TRADE)
    Topic tradeTopic;

    @Inject
    Broadcast broadcast;

    @Inject
    Jsonb jsonb;

    void publish(@Observes Tick tick) {
        List<Draft> drafts =
                new ArrayList<>(tick.trades().size() + tick.quotes().size());
        for (Trade trade : tick.trades()) {
            drafts.add(new Draft(tradeTopic, trade.symbol().text(), jsonb.toJson(trade)));
        }
        for (Quote quote : tick.quotes()) {
            drafts.add(new Draft(quoteTopic, quote.symbol().text(), jsonb.toJson(quote)));
        }
        if (!drafts.isEmpty()) {
            broadcast.publish(drafts);
        }
    }
}
