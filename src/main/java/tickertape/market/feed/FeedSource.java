package tickertape.market.feed;

import java.util.Locale;

/// Where the prices come from.
public enum FeedSource {
    /// Made up by [SimulatedFeed].
    SIMULATED,
    /// Played from a file by [ReplayFeed].
    REPLAY;

    /// Reads a setting's value, in either case.
    public static FeedSource of(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "simulated" -> SIMULATED;
            case "replay" -> REPLAY;
            default -> throw new IllegalArgumentException("source '%s' is not simulated or replay".formatted(text));
        };
    }
}
