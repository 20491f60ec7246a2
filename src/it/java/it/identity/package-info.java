/// Who asks, what they may see, and when that ends: against a running server.
@NullMarked
package it.identity;

import org.jspecify.annotations.NullMarked;
