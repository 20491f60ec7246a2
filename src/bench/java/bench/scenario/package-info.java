/// The measurements of the servers.
@NullMarked
package bench.scenario;

import org.jspecify.annotations.NullMarked;
