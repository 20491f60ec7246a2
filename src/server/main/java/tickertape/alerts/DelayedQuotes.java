package tickertape.alerts;

import jakarta.json.bind.Jsonb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tickertape.tape.DelayedMessage;
import tickertape.tape.DelayedMessageListener;
import tickertape.tape.Position;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// The newest quotes that are old enough for who sees prices late: what a new alert may be compared with. One thread
/// tells it, any thread reads.
final class DelayedQuotes implements DelayedMessageListener {

    private static final String QUOTE = "quote";

    private final Jsonb jsonb;
    private final Map<String, DelayedMessage> quotes = new ConcurrentHashMap<>();

    DelayedQuotes(Jsonb jsonb) {
        this.jsonb = jsonb;
    }

    @Override
    public void onMessages(List<DelayedMessage> messages, Position end) {
        for (DelayedMessage message : messages) {
            if (message.topic().name().equals(QUOTE)) {
                quotes.put(message.key(), message);
            }
        }
    }

    Optional<Quote> quote(Symbol symbol) {
        return Optional.ofNullable(quotes.get(symbol.text()))
                .map(message -> jsonb.fromJson(message.json(), Quote.class));
    }
}
