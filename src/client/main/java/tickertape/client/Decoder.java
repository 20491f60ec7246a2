package tickertape.client;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.util.Optional;
import tickertape.client.Report.Origin;
import tickertape.wire.Gap;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.Trade;

/// Turns the events that carry something for the user into messages; safe for any thread.
record Decoder(Jsonb jsonb) {

    /// Empty for an event that this client does not know: newer servers may send more.
    Optional<StreamMessage> message(String event, String data) {
        try {
            return Optional.ofNullable(
                    switch (event) {
                        case "quote" -> new StreamMessage.Quoted(read(data, Quote.class));
                        case "trade" -> new StreamMessage.Traded(read(data, Trade.class));
                        case "status" -> new StreamMessage.MarketIs(read(data, MarketStatus.class));
                        case "gap" ->
                            new StreamMessage.Reported(
                                    new Report.Gap(read(data, Gap.class).topics(), Origin.SERVER));
                        default -> null;
                    });
        } catch (RuntimeException fault) {
            return Optional.of(unreadable(event, data, fault));
        }
    }

    /// @throws RuntimeException of no particular kind, where the text is not what it should be
    <T> T read(String data, Class<T> type) {
        T value = jsonb.fromJson(data, type);
        if (value == null) {
            throw new JsonbException("nothing in it");
        }
        return value;
    }

    static StreamMessage unreadable(String event, String data, RuntimeException fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new StreamMessage.Reported(new Report.Unreadable(event, data, cause.toString()));
    }
}
