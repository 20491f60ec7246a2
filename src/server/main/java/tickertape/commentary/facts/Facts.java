package tickertape.commentary.facts;

import java.time.Instant;
import java.util.Optional;

/// What was so at one moment; it never changes.
///
/// @param time of the newest tick that is in it
/// @param subject what a text is about in particular; empty for the market as a whole
public record Facts(Instant time, MarketFacts market, Optional<StockFacts> subject) {}
