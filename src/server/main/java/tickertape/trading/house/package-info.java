/// The players of the house: they trade through the same door as people, now and then, each by its [Habit].
///
/// [House] sees each tick and gives a [Bot] its turn when it is due; [Trends] are what it knows of prices.
@NullMarked
package tickertape.trading.house;

import org.jspecify.annotations.NullMarked;
