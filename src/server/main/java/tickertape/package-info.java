/// Live stock quotes, pushed by Server-Sent Events. The way of a price, which goes in one direction only:
///
/// ```
/// market.feed ─▶ market ──Tick──▶ quotes ─▶ tape ──(SseBroadcaster wakes)──▶ tape.delivery ─▶ client
///                           └───▶ mailbox ─▶ each TickListener
/// ```
///
/// `market`, `tape` and `store`, the database, are the foundations and do not know each other; `cluster` lets several
/// servers share the first two. A feature such as
/// `quotes` connects them, and does not know other features. `web` has what all resources share. The drawings, and
/// where to change what, are in `src/docs/architecture.md`. Read next: [tickertape.tape.Tape], then
/// [tickertape.tape.Cursor], then the package [tickertape.tape.delivery].
@NullMarked
package tickertape;

import org.jspecify.annotations.NullMarked;
