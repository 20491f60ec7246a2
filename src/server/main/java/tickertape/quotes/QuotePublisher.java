package tickertape.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.bind.Jsonb;
import java.util.ArrayList;
import java.util.List;
import tickertape.market.Tick;
import tickertape.tape.Draft;
import tickertape.tape.TopicDefinition;
import tickertape.tape.stream.StreamHub;
import tickertape.web.monitoring.ProgressMonitor;
import tickertape.wire.Quote;
import tickertape.wire.Trade;

/// Puts each tick of the market on the tape as one batch: a new status, its trades, and the quotes that came of them.
@ApplicationScoped
public class QuotePublisher {

    private static final String ONE_KEY = "";

    @Inject
    @Named(QuoteBeans.QUOTE)
    TopicDefinition quoteTopic;

    @Inject
    @Named(QuoteBeans.TRADE)
    TopicDefinition tradeTopic;

    @Inject
    @Named(QuoteBeans.STATUS)
    TopicDefinition statusTopic;

    @Inject
    StreamHub broadcast;

    @Inject
    LatestQuotes board;

    @Inject
    Jsonb jsonb;

    @Inject
    @Named(QuoteBeans.TAPE)
    ProgressMonitor pulse;

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
