/// The records that go over the wire: what the server writes as JSON, and what a client reads back.
///
/// - The market's: [Quote], [Trade], [MarketStatus], [Candle], and what they are made of.
/// - The stream's own: [Hello], [HeartbeatEvent], [Gap], [Goodbye].
///
/// Server and client share these classes, and the client runs on Java 17: they use nothing newer.
@NullMarked
package tickertape.wire;

import org.jspecify.annotations.NullMarked;
