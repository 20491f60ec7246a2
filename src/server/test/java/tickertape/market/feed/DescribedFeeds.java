package tickertape.market.feed;

import tickertape.market.Feed;

/// Feeds whose instruments are described by reference data, for tests of other packages.
public final class DescribedFeeds {

    private DescribedFeeds() {}

    public static Feed of(Feed feed, ReferenceData reference) {
        return new DescribedFeed(feed, reference);
    }
}
