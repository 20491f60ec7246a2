/// The client that another Java service links to read the stream.
///
/// ```
/// Tickertape ──open──▶ LiveStream ──▶ Reconnector ──one after another──▶ connection.Connection ──▶ Session
///                                       ▲ connection.Backoff                                         │ Decoder
///                                       │                                                            ▼
///                                       └── position ── MessageBuffer (ConflatingQueue) ◀────────────┘
///                                                             └──▶ DeliveryLoop ──▶ callbacks, or a Flow.Subscriber
/// ```
///
/// [Tickertape] says what to read. A [LiveStream] goes on reading until it is closed, whatever happens to its
/// connections. A [StreamMessage] is an event of a [Topic], or a [Report] on the stream itself. The client knows
/// nothing
/// of the server but the records that go over the wire, and is compiled for Java 17.
@NullMarked
package tickertape.client;

import org.jspecify.annotations.NullMarked;
