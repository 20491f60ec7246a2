package tickertape.quotes;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import tickertape.market.Market;
import tickertape.tape.Keys;
import tickertape.tape.Topic;

/// The topics of this feature, both keyed by symbol.
@Singleton
public class QuoteTopics {

    private final Topic quote;
    private final Topic trade;

    @Inject
    QuoteTopics(Market market) {
        Set<String> symbols = market.instruments().stream()
                .map(instrument -> instrument.symbol().text())
                .collect(Collectors.toUnmodifiableSet());
        Keys keys = new Keys("symbol", symbols::contains);
        quote = new Topic("quote", Topic.Kind.LATEST, keys, true);
        trade = new Topic("trade", Topic.Kind.EVERY, keys, false);
    }

    /// The newest quote of each symbol.
    @Produces
    Topic quote() {
        return quote;
    }

    /// Each single trade.
    @Produces
    Topic trade() {
        return trade;
    }
}
