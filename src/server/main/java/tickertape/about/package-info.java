/// Which server this is: its name, its version and its current run. Nothing depends on this package; its contract
/// is in `src/docs/about`, its test is `it.about`.
@NullMarked
package tickertape.about;

import org.jspecify.annotations.NullMarked;
