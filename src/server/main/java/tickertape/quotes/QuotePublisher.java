package tickertape.quotes;

import jakarta.json.bind.Jsonb;
import java.util.ArrayList;
import java.util.List;
import tickertape.market.MarketState;
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
    private final RepeatedPrices repeated;

    /// @param progress notes each tick whose news, if it brought any, lie on the tape
    /// @param repeated what lies on a tape that several servers share
    QuotePublisher(
            TopicDefinition quoteTopic,
            TopicDefinition tradeTopic,
            TopicDefinition statusTopic,
            StreamHub hub,
            LatestQuotes latest,
            LatestTrades latestTrades,
            Jsonb jsonb,
            ProgressMonitor progress,
            RepeatedPrices repeated) {
        this.quoteTopic = quoteTopic;
        this.tradeTopic = tradeTopic;
        this.statusTopic = statusTopic;
        this.hub = hub;
        this.latest = latest;
        this.latestTrades = latestTrades;
        this.jsonb = jsonb;
        this.progress = progress;
        this.repeated = repeated;
    }

    @Override
    public void publish(Tick tick) {
        publish(tick, () -> {});
    }

    @Override
    public void publish(Tick tick, Runnable published) {
        try {
            List<Draft> drafts = drafts(tick);
            if (drafts.isEmpty()) {
                progress.record();
                published.run();
            } else {
                hub.publish(drafts, position -> appended(tick, position, published));
            }
        } catch (RuntimeException | Error failure) {
            // A quote comes again with its next change; a trade does not. Of a tape that others share it is the one
            // that leads next who goes on from what lies there.
            if (!tick.trades().isEmpty() && !hub.isShared()) {
                hub.lose(tradeTopic);
            }
            throw failure;
        }
    }

    private void appended(Tick tick, Position position, Runnable published) {
        if (!hub.isShared()) {
            latest.put(tick.quotes(), position);
            latestTrades.put(tick.trades(), position);
        }
        progress.record();
        published.run();
    }

    @Override
    public MarketState follow(boolean inTouch) {
        latest.setStale(!inTouch);
        if (inTouch) {
            progress.record();
        }
        return repeated.state();
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
