/// Which thread writes to which subscriber, and when.
///
/// A [Subscriber] knows what is due to its client. The [Dispatcher] gives it to a [WriterShard], where one
/// virtual thread writes to up to a few hundred that keep up. A client that takes its bytes slowly gets a thread
/// of its own, a [SlowSubscriberWriter], so that it holds up nobody else.
///
/// ```
/// greet ──▶ hello and first read ──▶ WriterShard ◀──── has kept up for a while ──── SlowSubscriberWriter
///            (a thread of its own)      └──── StallDetector: a write that does not end ────▲
/// ```
///
/// All these threads sleep in a [WakeupSink]. A batch for all wakes every one through the broadcaster; private
/// messages wake only the threads of their owners' subscribers, which the [SubscriberRegistry] knows.
/// [WriterPermits] limit how many shards write at once, and a [WriteLease] hands a shard from a thread that is
/// held up to another.
@NullMarked
package tickertape.tape.delivery;

import org.jspecify.annotations.NullMarked;
