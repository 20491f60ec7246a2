/// Those who read the tape over Server-Sent Events.
///
/// [StreamResource] reads a request, [Door] turns it into a [Subscriber], which has a cursor and a virtual thread and
/// does all the writing to its client. [Broadcast] is where subscribers are registered and woken from: after each
/// batch, by [Heartbeat] when nothing else does, and by [Farewell] for the last time.
@NullMarked
package tickertape.tape.stream;

import org.jspecify.annotations.NullMarked;
