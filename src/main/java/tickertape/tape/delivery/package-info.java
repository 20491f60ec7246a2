/// Who writes to whom, and when.
///
/// A [Subscriber] knows what its client is owed. Those that keep up are served in [Rounds], some dozens by one virtual
/// thread; who takes its bytes slowly gets a thread of its own, a [Loner], so that it holds up nobody.
///
/// ```
/// welcome ──▶ hello and first read ──▶ Round ◀──── has kept up for a while ──── Loner
///              (a thread of its own)     └──── Watch: a write that does not end ────▲
/// ```
@NullMarked
package tickertape.tape.delivery;

import org.jspecify.annotations.NullMarked;
