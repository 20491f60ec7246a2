/// The load client: one thread that holds thousands of streams open and measures what arrives.
@NullMarked
package bench.load;

import org.jspecify.annotations.NullMarked;
