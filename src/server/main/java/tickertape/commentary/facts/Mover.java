package tickertape.commentary.facts;

import java.math.BigDecimal;
import tickertape.market.Instrument;
import tickertape.wire.Quote;

/// An instrument among those that have changed most today.
///
/// @param percent by how much it has changed
public record Mover(Instrument instrument, Quote quote, BigDecimal percent) {}
