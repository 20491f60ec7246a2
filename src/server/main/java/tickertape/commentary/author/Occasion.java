package tickertape.commentary.author;

import java.util.Locale;

/// Why a text is written.
public enum Occasion {
    /// Trading has begun.
    OPEN,
    /// Trading is over.
    CLOSE,
    /// Trading in one instrument, or in all, was suspended.
    HALT,
    /// It goes on.
    RESUME,
    /// The day's change of an instrument has become big.
    MOVE,
    /// An instrument is higher or lower than in the 52 weeks before.
    RECORD,
    /// Nothing was written for a while.
    QUIET,
    /// Somebody has asked.
    QUESTION;

    /// As on the wire.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
