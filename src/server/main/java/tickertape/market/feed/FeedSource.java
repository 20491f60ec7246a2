package tickertape.market.feed;

import java.util.function.Supplier;
import tickertape.market.Feed;

/// A feed that the setting `feed.source` can select. A bean of this type adds one, also from a jar.
///
/// @param name what `feed.source` calls it, such as `simulated`
/// @param opener makes the feed; called once when the application starts, and only if the feed is selected. What it
///     throws keeps the application from starting.
/// @param summary what the log says about the feed when it is selected, such as its settings
public record FeedSource(String name, Supplier<Feed> opener, Supplier<String> summary) {}
