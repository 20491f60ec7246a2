/// What another service links to be told every price: the attached jar with the classifier `client`.
///
/// ```
/// Tickertape ──open──▶ LiveStream ──one after another──▶ connection.Connection ──▶ Session
///                          ▲ connection.Backoff                                   │ Decoder
///                          │                                                      ▼
///                          └── position ── MessageBuffer ◀──────────────────────────────┘
///                                             └──▶ DeliveryLoop ──▶ callbacks, or a Flow.Subscriber
/// ```
///
/// [Tickertape] says what to ask for. A [LiveStream] keeps asking, whatever happens to its connections, until it is
/// closed. A [StreamMessage] is what it hears; a [Report] is one about the stream itself. It knows nothing of the
/// server
/// but the records that go over the wire, and is compiled for Java 17.
@NullMarked
package tickertape.client;

import org.jspecify.annotations.NullMarked;
