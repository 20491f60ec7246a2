/// One connection to the server, from its start to its end, made with what Jakarta REST offers, and the wait before
/// the next one.
///
/// A [Connection] is a JAX-RS client and a `SseEventSource` with their own threads, so that whatever hangs in it ends
/// with it. [ResponseValidation] checks the answer, [WholeEventInputStream] passes on only whole events, and
/// [Watchdog] notices silence. A [ConnectionEnd] says how it ended, and [Backoff] when to try again.
///
/// What the platform's own sources do, found with RESTEasy 7.0.0 and Jersey 4.0.2; because of it, each connection is
/// a source of its own that is used once:
///
/// | | RESTEasy | Jersey |
/// |---|---|---|
/// | refused at the first or a later attempt | closes for good | closes for good |
/// | 503 with `Retry-After` | comes back then | comes back then |
/// | 503 without | closes for good | comes back after the last `retry:`, always the same |
/// | another content type | closes for good | closes for good |
/// | end of the stream, or a cut | comes back, tells nobody | comes back, tells nobody |
/// | half an event before it | drops it | delivers it as a whole one |
/// | silence | waits for ever | waits for ever |
@NullMarked
package tickertape.client.connection;

import org.jspecify.annotations.NullMarked;
