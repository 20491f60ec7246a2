/// JMH benchmarks of trading, which can be deleted with it.
@NullMarked
package bench.micro.trading;

import org.jspecify.annotations.NullMarked;
