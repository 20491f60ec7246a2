/// Those who read the tape over Server-Sent Events.
///
/// [StreamResource] reads a request, and [StreamOpener] turns it into a [tickertape.tape.delivery.Subscriber],
/// which is served from then on as `tape.delivery` says. [StreamHub] is where those who serve are registered and
/// woken from: after each batch, by [HeartbeatTimer] when nothing else does, and by [GracefulShutdown] for the last
/// time.
@NullMarked
package tickertape.tape.stream;

import org.jspecify.annotations.NullMarked;
