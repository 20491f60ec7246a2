/// Bars, from outside.
@NullMarked
package it.history;

import org.jspecify.annotations.NullMarked;
