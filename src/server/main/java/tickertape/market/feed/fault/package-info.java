/// Faults of the feed on demand, to see what everybody does then: a [FaultyFeed] does what a [FeedFault] says.
@NullMarked
package tickertape.market.feed.fault;

import org.jspecify.annotations.NullMarked;
