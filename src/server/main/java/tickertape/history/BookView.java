package tickertape.history;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tickertape.tape.Position;

/// The bars of one symbol in memory, as they were at one position of the tape; immutable.
///
/// @param position all bars that had ended by then are on the tape up to here; those that end later come after it
/// @param version rises with each change
/// @param complete whether the bars that are forming begin with what was known before the server's start
/// @param spans one of each length
record BookView(Position position, long version, boolean complete, Map<Interval, Span> spans) {

    /// The bars of one length.
    ///
    /// @param until those before it have ended, and no other will
    /// @param forming the one that has not
    /// @param recent those that ended lately
    record Span(Instant until, @Nullable Bar forming, RecentBars recent) {}

    BookView {
        spans = Map.copyOf(spans);
    }

    Span span(Interval interval) {
        return Objects.requireNonNull(spans.get(interval));
    }
}
