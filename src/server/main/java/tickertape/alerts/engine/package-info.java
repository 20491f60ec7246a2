/// Finds the alerts that fire, at a cost of those and not of those that wait.
///
/// ```
/// Tick ─▶ AlertEngine ─▶ SymbolWatch ─▶ MeasureWatch: a number of the symbol, such as its last price
///                        (a symbol)       └─ Ladder: the alerts that wait for it, sorted by their level
/// ```
///
/// - Every condition is a [Threshold]: a [Measure] that comes to a level. So a tick compares the number with the next
///   level of each [Ladder], and whatever lies behind that costs nothing.
/// - An alert that has fired and repeats goes to a ladder of the other direction, which it leaves when its condition is
///   no longer met.
/// - [MoveWindow], [VolumeWindow] and [YearRange] keep what their measures are computed from.
/// - Plain Java, without the store: what a [Hit] leads to is not decided here.
@NullMarked
package tickertape.alerts.engine;

import org.jspecify.annotations.NullMarked;
