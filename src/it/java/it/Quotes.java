package it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What can be told of a run of quotes by their numbers.
final class Quotes {

    private Quotes() {}

    /// The number of a quote among all of its symbol.
    static long seq(Event quote) {
        return quote.json().getJsonNumber("seq").longValueExact();
    }

    /// Checks that of each symbol every change is there, once and in order.
    static void assertNoChangeIsMissing(List<Event> quotes) {
        Map<String, Long> before = new HashMap<>();
        for (Event quote : quotes) {
            Long seq = before.put(quote.symbol(), seq(quote));
            if (seq != null) {
                assertThat(seq(quote)).as("after seq %d: %s", seq, quote).isEqualTo(seq + 1);
            }
        }
    }
}
