/// What is so in the market at one moment: all that a text may say.
///
/// ```
/// ticks ──▶ FactBook ──▶ Facts ─┬─ MarketFacts: breadth, Movers, SectorFacts
///      PastCandles ▶ DayMemory ─┘ StockFacts: quote, pace of its volume, days before
/// ```
///
/// [FactBook] keeps the newest quotes, and an author gets [Facts] of one moment that never change afterwards.
@NullMarked
package tickertape.commentary.facts;

import org.jspecify.annotations.NullMarked;
