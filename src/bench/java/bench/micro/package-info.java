/// JMH benchmarks of what is done for each tick, within one process.
@NullMarked
package bench.micro;

import org.jspecify.annotations.NullMarked;
