/// Which server this is: its name, its version, and the life it is in.
@NullMarked
package tickertape.about;

import org.jspecify.annotations.NullMarked;
