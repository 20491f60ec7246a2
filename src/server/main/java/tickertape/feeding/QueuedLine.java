package tickertape.feeding;

import java.time.Instant;
import tickertape.feeding.line.FeedLine;

/// A line on its way to the market.
///
/// @param missed how many lines of its source are missing before it
/// @param nanos when it came, by a monotonic clock
/// @param confirmation is told when it has gone through a tick
record QueuedLine(
        FeedLine line,
        SourceTracker source,
        SourceSession session,
        long missed,
        Instant time,
        long nanos,
        LineConfirmation confirmation) {

    /// Says so to all who wait for it.
    void confirm() {
        line.seq().ifPresent(session::confirm);
        confirmation.confirm();
    }
}
