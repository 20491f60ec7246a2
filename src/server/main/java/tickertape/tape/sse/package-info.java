/// The events that a stream itself sends beside the messages of the tape, and how all events are framed.
@NullMarked
package tickertape.tape.sse;

import org.jspecify.annotations.NullMarked;
