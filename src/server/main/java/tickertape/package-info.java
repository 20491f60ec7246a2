/// Live stock quotes, pushed by Server-Sent Events. How a price travels, and never back:
///
/// ```
/// market.feed ─▶ market ──(CDI event Tick)──▶ quotes ─▶ tape ──(SseBroadcaster rings)──▶ tape.stream ─▶ client
/// ```
///
/// `market` and `tape` are the foundations and know nothing of each other. A feature such as `quotes` joins them, and
/// knows no other feature. `web` is what all resources share. Read next: [tickertape.tape.Tape], then
/// [tickertape.tape.Cursor], then the package [tickertape.tape.delivery].
@NullMarked
package tickertape;

import org.jspecify.annotations.NullMarked;
