/// Holds what is written for people, in `src/docs` and beside it, to what the code and the build say.
@NullMarked
package tickertape.docs;

import org.jspecify.annotations.NullMarked;
