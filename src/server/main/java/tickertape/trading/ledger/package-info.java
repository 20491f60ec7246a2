/// The books of a player, in plain Java.
///
/// - A [Posting] moves amounts of assets between players, and is zero in sum for each asset: it can't be made
///   otherwise.
/// - [Holdings] are what a player has: cash and [Position]s, and how much of both open orders hold back. What would
///   take more than is there is refused.
/// - [Settlement] says what a [Fill] does to all of these.
@NullMarked
package tickertape.trading.ledger;

import org.jspecify.annotations.NullMarked;
