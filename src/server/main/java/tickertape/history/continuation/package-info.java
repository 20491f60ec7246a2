/// The market goes on where it stopped: [PriceContinuation] writes down each last price, and reads all at the
/// start.
@NullMarked
package tickertape.history.continuation;

import org.jspecify.annotations.NullMarked;
