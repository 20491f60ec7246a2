/// When a text is worth writing: the [Watcher] sees each tick, and gives a [Cue] for what has happened in it.
///
/// - [PhaseTrigger]: trading begins, ends, is suspended, goes on.
/// - [HaltTrigger]: the same for one instrument.
/// - [MoveTrigger]: the day's change has become big.
/// - [RecordTrigger]: a price that was not seen for 52 weeks.
/// - [QuietTrigger]: nothing of all that, for a while.
@NullMarked
package tickertape.commentary.trigger;

import org.jspecify.annotations.NullMarked;
