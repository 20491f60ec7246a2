package tickertape.client;

import java.util.Locale;

/// What can be read.
public enum Topic {
    /// The prices of a symbol; changes may be merged into the latest.
    QUOTE,
    /// Single trades; they are never merged.
    TRADE,
    /// What the market as a whole is doing.
    STATUS;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
