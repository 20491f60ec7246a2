/// Compares what is written for people, in `src/docs` and elsewhere, with the code and the build.
@NullMarked
package tickertape.docs;

import org.jspecify.annotations.NullMarked;
