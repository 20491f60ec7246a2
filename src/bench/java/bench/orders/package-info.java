/// A feature with private topics, which is added to the server that is measured.
@NullMarked
package bench.orders;

import org.jspecify.annotations.NullMarked;
