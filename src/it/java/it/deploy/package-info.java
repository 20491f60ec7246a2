/// What stands in `src/docs/deploy` for those who run the server, as far as it can be run here.
@NullMarked
package it.deploy;

import org.jspecify.annotations.NullMarked;
