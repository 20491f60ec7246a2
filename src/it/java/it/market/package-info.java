/// What the market's own bad days look like from outside: halted, silent, closed.
@NullMarked
package it.market;

import org.jspecify.annotations.NullMarked;
