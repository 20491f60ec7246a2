/// What an order is, named as FIX names it. Records that check themselves.
///
/// - [OrderTerms][tickertape.trading.order.OrderTerms]: what somebody wants; [Order][tickertape.trading.order.Order]:
///   what has become of it.
/// - [OrderReason][tickertape.trading.order.OrderReason]: why it waits, has ended, or was refused.
@NullMarked
package tickertape.trading.order;

import org.jspecify.annotations.NullMarked;
