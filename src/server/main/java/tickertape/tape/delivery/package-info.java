/// Who writes to whom, and when.
///
/// A [Subscriber] knows what its client is owed. Those that keep up are served in [Dispatcher], some dozens by one
/// virtual thread; who takes its bytes slowly gets a thread of its own, a [SlowSubscriberWriter], so that it holds
/// up nobody.
///
/// ```
/// welcome ──▶ hello and first read ──▶ WriterShard ◀──── has kept up for a while ──── SlowSubscriberWriter
///              (a thread of its own)     └──── StallDetector: a write that does not end ────▲
/// ```
@NullMarked
package tickertape.tape.delivery;

import org.jspecify.annotations.NullMarked;
