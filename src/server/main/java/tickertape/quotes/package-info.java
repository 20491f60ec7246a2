/// Quotes and trades: what the market publishes goes to the tape here, and is served at rest by REST.
@NullMarked
package tickertape.quotes;

import org.jspecify.annotations.NullMarked;
