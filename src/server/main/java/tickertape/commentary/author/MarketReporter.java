package tickertape.commentary.author;

import java.util.Optional;
import tickertape.commentary.facts.Facts;
import tickertape.commentary.facts.MarketFacts;
import tickertape.commentary.facts.SectorFacts;

/// The sentences of one language about the market as a whole.
interface MarketReporter {

    /// What has happened to it.
    String lead(Occasion occasion, Facts facts);

    /// How many have risen, and how many have fallen.
    Optional<String> breadth(MarketFacts market);

    Optional<String> movers(MarketFacts market);

    Optional<String> moreGainers(MarketFacts market);

    Optional<String> moreLosers(MarketFacts market);

    Optional<String> sectors(MarketFacts market);

    /// How one sector does.
    String sector(SectorFacts sector, boolean over);

    /// In how many instruments trading is suspended.
    Optional<String> halted(Occasion occasion, MarketFacts market);
}
