/// The questions that are put to the servers.
@NullMarked
package bench.scenario;

import org.jspecify.annotations.NullMarked;
