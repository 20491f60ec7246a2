package tickertape.quotes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tickertape.market.MarketState;
import tickertape.tape.BatchListener;
import tickertape.tape.DelayedMessage;
import tickertape.tape.Position;
import tickertape.tape.TopicDefinition;
import tickertape.wire.MarketStatus;

/// What lies on a tape that several servers share, whichever of them has published it: the latest quotes and trades,
/// and the status of the market. One thread tells it, any thread reads.
final class RepeatedPrices implements BatchListener {

    private final DelayedPrices prices;
    private final TopicDefinition statusTopic;
    private volatile @Nullable MarketStatus status;

    RepeatedPrices(DelayedPrices prices, TopicDefinition statusTopic) {
        this.prices = prices;
        this.statusTopic = statusTopic;
    }

    @Override
    public void onBegin(Position start) {
        prices.quotes().begin(start);
        prices.trades().begin(start);
        status = null;
    }

    @Override
    public void onMessages(List<DelayedMessage> messages, Position end) {
        for (DelayedMessage message : messages) {
            if (message.topic().equals(statusTopic)) {
                status = prices.jsonb().fromJson(message.json(), MarketStatus.class);
            }
        }
        prices.onMessages(messages, end);
    }

    /// Where the market stands; unknown where the tape is this server's alone.
    MarketState state() {
        return new MarketState(status, prices.quotes().all());
    }
}
