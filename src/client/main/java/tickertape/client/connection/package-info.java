/// One connection to the server, made with what Jakarta REST has for it, from its start to its one end, and how long to
/// stay away then.
///
/// A [Connection] is a JAX-RS client and a `SseEventSource` with threads of their own, so that whatever hangs in it
/// goes
/// with it. [ResponseValidation] looks at the answer, [WholeEventInputStream] at its bytes, [Watchdog] at its silence;
/// a [ConnectionEnd] says how it
/// ended, and [Backoff] when to try again.
///
/// What the platform's own sources do, found with RESTEasy 7.0.0 and Jersey 4.0.2, and why each connection is
/// therefore a source of its own, used once:
///
/// | | RESTEasy | Jersey |
/// |---|---|---|
/// | refused at the first attempt or any later one | closes for good | closes for good |
/// | 503 with `Retry-After` | comes back then | comes back then |
/// | 503 without | closes for good | comes back after the last `retry:`, always the same |
/// | another content type | closes for good | closes for good |
/// | end of the stream, or a cut | comes back, tells nobody | comes back, tells nobody |
/// | half an event before it | drops it | delivers it as a whole one |
/// | silence | waits for ever | waits for ever |
@NullMarked
package tickertape.client.connection;

import org.jspecify.annotations.NullMarked;
