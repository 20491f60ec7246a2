/// A sample of a service that lives on quotes: it links the client jar, observes CDI events, and shows a price of its
/// own.
///
/// One setting makes it run: `tickertape.client.url`. [Basket] is what it knows, [BasketResource] how it is asked.
@NullMarked
package consumer;

import org.jspecify.annotations.NullMarked;
