/// The work that no server on the JVM can avoid: one frame for each tick, and one write of it for each subscriber.
@NullMarked
package bench.floor;

import org.jspecify.annotations.NullMarked;
