/// Tests the files of `src/docs/deploy`, as far as they can be run here.
@NullMarked
package it.deploy;

import org.jspecify.annotations.NullMarked;
