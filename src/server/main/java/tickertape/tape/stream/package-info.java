/// The tape as a stream of Server-Sent Events over HTTP.
///
/// ```
/// request ─▶ StreamResource ─▶ StreamRequest ─▶ StreamOpener ─▶ Subscriber ─▶ StreamHub ─▶ tape.delivery
///                              who asks? Callers       is there room? Admission
///
/// publisher ─▶ StreamHub: append to the tape, wake those who may read it
/// ```
///
/// [StreamHub] is where publishers hand in their batches, and where all who serve subscribers are woken: after
/// each batch, by [HeartbeatTimer] when nothing else does, and by [GracefulShutdown] for the last time.
/// [StreamBeans] wires it all; [StreamMetrics], [StreamHealth] and [StreamLog] tell operators how it does.
@NullMarked
package tickertape.tape.stream;

import org.jspecify.annotations.NullMarked;
