/// How results are shown: as text on the console and as one HTML page.
@NullMarked
package bench.report;

import org.jspecify.annotations.NullMarked;
