/// Markets that do not trade, seen from outside: halted, silent, closed.
@NullMarked
package it.market;

import org.jspecify.annotations.NullMarked;
