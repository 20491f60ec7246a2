/// Texts about the market, against a running server.
@NullMarked
package it.commentary;

import org.jspecify.annotations.NullMarked;
