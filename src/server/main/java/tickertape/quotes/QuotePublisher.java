package tickertape.quotes;

import jakarta.json.bind.Jsonb;
import java.util.ArrayList;
import java.util.List;
import tickertape.market.Tick;
import tickertape.market.ticker.TickPublisher;
import tickertape.tape.Draft;
import tickertape.tape.Position;
import tickertape.tape.TopicDefinition;
import tickertape.tape.stream.StreamHub;
import tickertape.web.monitoring.ProgressMonitor;
import tickertape.wire.Quote;
import tickertape.wire.Trade;

/// Puts each tick of the market on the tape as one batch: a new status, its trades, and the quotes that came of them.
final class QuotePublisher implements TickPublisher {

    private static final String ONE_KEY = "";

    private final TopicDefinition quoteTopic;
    private final TopicDefinition tradeTopic;
    private final TopicDefinition statusTopic;
    private final StreamHub hub;
    private final LatestQuotes latest;
    private final LatestTrades latestTrades;
    private final Jsonb jsonb;
    private final ProgressMonitor progress;

    /// @param progress notes each tick whose news, if it brought any, lie on the tape
    QuotePublisher(
            TopicDefinition quoteTopic,
            TopicDefinition tradeTopic,
            TopicDefinition statusTopic,
            StreamHub hub,
            LatestQuotes latest,
            LatestTrades latestTrades,
            Jsonb jsonb,
            ProgressMonitor progress) {
        this.quoteTopic = quoteTopic;
        this.tradeTopic = tradeTopic;
        this.statusTopic = statusTopic;
        this.hub = hub;
        this.latest = latest;
        this.latestTrades = latestTrades;
        this.jsonb = jsonb;
        this.progress = progress;
    }

    @Override
    public void publish(Tick tick) {
        try {
            List<Draft> drafts = drafts(tick);
            if (!drafts.isEmpty()) {
                Position position = hub.publish(drafts);
                latest.put(tick.quotes(), position);
                latestTrades.put(tick.trades(), position);
            }
            progress.record();
        } catch (RuntimeException | Error failure) {
            // A quote comes again with its next change; a trade does not.
            if (!tick.trades().isEmpty()) {
                hub.lose(tradeTopic);
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
