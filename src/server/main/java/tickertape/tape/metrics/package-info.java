/// What is counted of all streams: how many came and why they went, what was written, and how long it had waited.
///
/// Who writes counts on a [LocalCounters] of its own, and settles with the one [StreamCounters] now and then; from
/// there the server's
/// measures are made.
@NullMarked
package tickertape.tape.metrics;

import org.jspecify.annotations.NullMarked;
