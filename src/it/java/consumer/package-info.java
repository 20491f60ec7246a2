/// A sample service that links the client, observes its CDI events, and computes a price from them.
///
/// It needs one setting: `tickertape.client.url`. [Basket] collects the events, [BasketResource] serves the result, and
/// [Topics] defines a topic with a type of the service's own.
@NullMarked
package consumer;

import org.jspecify.annotations.NullMarked;
