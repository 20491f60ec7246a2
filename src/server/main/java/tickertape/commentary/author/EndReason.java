package tickertape.commentary.author;

import java.util.Locale;

/// Why a text has ended.
public enum EndReason {
    /// It is whole.
    COMPLETE,
    /// Its owner has stopped it.
    STOPPED,
    /// The server stops.
    SHUTDOWN,
    /// It became too long.
    LIMIT,
    /// The author said nothing for too long.
    SLOW,
    /// The author has failed.
    FAILED,
    /// The author was cut off.
    INTERRUPTED,
    /// What the author depends on takes no more for now.
    BUSY,
    /// What the caller, or all, may use of the author is used up.
    BUDGET;

    /// As on the wire.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
