/// Fault injection for tests: a [FaultyFeed] has the [FeedFault] that a setting asks for.
@NullMarked
package tickertape.market.feed.fault;

import org.jspecify.annotations.NullMarked;
