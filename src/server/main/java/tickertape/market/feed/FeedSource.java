package tickertape.market.feed;

/// Where the prices come from.
public enum FeedSource {
    /// Made up by [SimulatedFeed].
    SIMULATED,
    /// Played from a file by [ReplayFeed].
    REPLAY
}
