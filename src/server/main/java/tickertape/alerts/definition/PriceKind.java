package tickertape.alerts.definition;

import java.util.Locale;

/// Which price of a quote is meant.
public enum PriceKind {
    /// The price of the last trade.
    LAST,
    /// The best price that somebody offers to buy at.
    BID,
    /// The best price that somebody offers to sell at.
    ASK;

    /// As on the wire.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
