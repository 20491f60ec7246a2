package tickertape.market.feed.simulation;

/// How often the simulated market trades.
public enum Pace {
    /// As on an exchange: trades in bursts, quotes when something changes.
    BURSTY,
    /// One new quote for every instrument at every tick and no trades after the first: for benchmarks.
    STEADY
}
