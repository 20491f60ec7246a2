/// One connection to the server, made with what Jakarta REST has for it, from its start to its one end.
///
/// A [Line] is a JAX-RS client and a `SseEventSource` with threads of their own, so that whatever hangs in it goes
/// with it. [Gate] looks at the answer, [WholeEvents] at its bytes, [Watchdog] at its silence; a [Loss] says how it
/// ended.
@NullMarked
package tickertape.client.connection;

import org.jspecify.annotations.NullMarked;
