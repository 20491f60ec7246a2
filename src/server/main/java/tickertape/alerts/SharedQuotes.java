package tickertape.alerts;

import jakarta.json.bind.Jsonb;
import java.util.List;
import java.util.Optional;
import tickertape.tape.BatchListener;
import tickertape.tape.DelayedMessage;
import tickertape.tape.Position;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// The newest quotes of a tape that several servers share: only the one that leads has ticks.
final class SharedQuotes implements BatchListener {

    private final DelayedQuotes quotes;

    SharedQuotes(Jsonb jsonb) {
        quotes = new DelayedQuotes(jsonb);
    }

    @Override
    public void onMessages(List<DelayedMessage> messages, Position end) {
        quotes.onMessages(messages, end);
    }

    Optional<Quote> quote(Symbol symbol) {
        return quotes.quote(symbol);
    }
}
