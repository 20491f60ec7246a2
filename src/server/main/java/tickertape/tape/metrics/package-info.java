/// What is counted of all streams: how many came and why they left, what was written, and how long it had waited.
///
/// A thread that writes counts in [LocalCounters] of its own, and flushes them now and then to the one
/// [StreamCounters], which the server's metrics are read from.
@NullMarked
package tickertape.tape.metrics;

import org.jspecify.annotations.NullMarked;
