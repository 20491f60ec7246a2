/// Prices that others hand in, on a real server.
@NullMarked
package it.feeding;

import org.jspecify.annotations.NullMarked;
