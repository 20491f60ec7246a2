package tickertape.commentary.author;

import java.util.Optional;
import tickertape.commentary.facts.MarketFacts;
import tickertape.commentary.facts.StockFacts;

/// The sentences of one language. Each says only what the facts say, and is empty where they say nothing.
interface Reporter {

    /// What stands between two sentences of a paragraph.
    String space();

    /// Where its price stands, and what has happened to it.
    String lead(Occasion occasion, StockFacts stock, MarketFacts market);

    Optional<String> range(StockFacts stock, boolean over);

    Optional<String> volume(StockFacts stock, boolean over);

    Optional<String> pace(StockFacts stock);

    Optional<String> spread(StockFacts stock);

    Optional<String> year(StockFacts stock);

    Optional<String> week(StockFacts stock);

    /// Says that a price may be old.
    String stale();

    /// What it says of the market as a whole.
    MarketReporter market();

    /// Says that prices tell no reasons.
    String noReason();

    /// Says that prices tell nothing of the future.
    String noForecast();

    /// Says that nothing is known yet.
    String nothing();
}
