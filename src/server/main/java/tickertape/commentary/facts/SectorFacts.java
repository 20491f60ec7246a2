package tickertape.commentary.facts;

import java.math.BigDecimal;

/// What is so of one sector.
///
/// @param size how many instruments of it have a price
/// @param percent the mean of their changes
/// @param up how many of them are higher than at the previous close
/// @param down how many are lower
public record SectorFacts(String name, int size, BigDecimal percent, int up, int down) {}
