package it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Helps tests with quotes from REST and from a stream.
public final class Quotes {

    private Quotes() {}

    /// Waits until the market has a quote of each instrument, so that a snapshot is complete.
    public static void awaitOneOfEach(URI root) {
        int instruments = Instruments.of(root).all().size();
        await().until(() -> atRest(root).size() == instruments);
    }

    public static JsonArray atRest(URI root) {
        return Instruments.array(Http.get(root.resolve("api/quotes")).body());
    }

    /// Whether a symbol has a quote.
    public static boolean has(URI root, String symbol) {
        return Http.answers(200, root.resolve("api/quotes/" + symbol));
    }

    /// The quote of a symbol.
    public static JsonObject of(URI root, String symbol) {
        return Instruments.object(Http.get(root.resolve("api/quotes/" + symbol)).body());
    }

    /// The number of a quote among all quotes of its symbol.
    public static long seq(Event quote) {
        return quote.json().getJsonNumber("seq").longValueExact();
    }

    /// Checks that every change of each symbol is there, once and in order.
    public static void assertNoChangeIsMissing(List<Event> quotes) {
        Map<String, Long> before = new HashMap<>();
        for (Event quote : quotes) {
            Long seq = before.put(quote.symbol(), seq(quote));
            if (seq != null) {
                assertThat(seq(quote)).as("after seq %s: %s", seq, quote).isEqualTo(seq + 1);
            }
        }
    }
}
