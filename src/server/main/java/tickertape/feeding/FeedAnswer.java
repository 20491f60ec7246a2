package tickertape.feeding;

import java.util.List;

/// What became of the lines of a request. All that were taken have gone through a tick.
///
/// @param lines that came, without those that are empty: the sum of the next three
/// @param repeated those that were taken before, by their numbers
/// @param refused those that were no good
/// @param faults of the first of these
public record FeedAnswer(long lines, long taken, long repeated, long refused, List<LineFault> faults) {

    /// What is wrong with a line.
    ///
    /// @param line its number in the body, beginning with 1; empty lines count
    public record LineFault(long line, String fault) {}
}
