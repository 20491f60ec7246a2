/// A market that is halted, silent or closed, as clients see it.
@NullMarked
package it.market;

import org.jspecify.annotations.NullMarked;
