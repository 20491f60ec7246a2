package tickertape.quotes;

import jakarta.json.bind.Jsonb;
import java.util.List;
import tickertape.tape.DelayedMessage;
import tickertape.tape.DelayedMessageListener;
import tickertape.tape.Position;
import tickertape.tape.TopicDefinition;
import tickertape.wire.Quote;
import tickertape.wire.Trade;

/// The latest quotes and trades that are old enough for who sees prices late. One thread tells it, any thread reads.
record DelayedPrices(
        TopicDefinition quoteTopic, TopicDefinition tradeTopic, LatestQuotes quotes, LatestTrades trades, Jsonb jsonb)
        implements DelayedMessageListener {

    @Override
    public void onMessages(List<DelayedMessage> messages, Position end) {
        quotes.put(of(quoteTopic, Quote.class, messages), end);
        trades.put(of(tradeTopic, Trade.class, messages), end);
    }

    private <T> List<T> of(TopicDefinition topic, Class<T> type, List<DelayedMessage> messages) {
        return messages.stream()
                .filter(message -> message.topic().equals(topic))
                .map(message -> jsonb.fromJson(message.json(), type))
                .toList();
    }
}
