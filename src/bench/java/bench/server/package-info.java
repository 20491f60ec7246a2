/// The servers that are measured, each in a process of its own, started one after the other.
@NullMarked
package bench.server;

import org.jspecify.annotations.NullMarked;
