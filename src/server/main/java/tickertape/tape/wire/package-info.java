/// What goes over the wire beside the messages of the tape: the events that a stream itself has to say, and how
/// events are framed.
@NullMarked
package tickertape.tape.wire;

import org.jspecify.annotations.NullMarked;
