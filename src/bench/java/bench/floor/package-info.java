/// What no server on the JVM could leave out: a frame made once a tick, and one write of it for each subscriber.
@NullMarked
package bench.floor;

import org.jspecify.annotations.NullMarked;
