package tickertape.market.feed.simulation;

/// How lively the simulated market is.
public enum Pace {
    /// As at an exchange: trades in bursts, quotes when something changes.
    BURSTY,
    /// One new quote for every instrument at every tick and no trades after the first: for benchmarks.
    STEADY
}
