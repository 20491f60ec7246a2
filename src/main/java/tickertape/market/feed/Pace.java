package tickertape.market.feed;

import java.util.Locale;

/// How lively the simulated market is.
public enum Pace {
    /// As at an exchange: trades in bursts, quotes when something changes.
    BURSTY,
    /// One new quote for every instrument at every tick and no trades after the first: for benchmarks.
    STEADY;

    /// Reads a setting's value, in either case.
    public static Pace of(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "bursty" -> BURSTY;
            case "steady" -> STEADY;
            default -> throw new IllegalArgumentException("pace '%s' is not bursty or steady".formatted(text));
        };
    }
}
