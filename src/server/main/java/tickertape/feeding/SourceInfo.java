package tickertape.feeding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a feeder is told of a source.
///
/// @param session within which its sequence numbers count; empty if it has named none
/// @param seq the highest number that has gone through a tick: all up to it need not be sent again
/// @param taken lines that the market has got; `repeated` came before, `missed` are missing by their numbers, `refused`
///     were no good, `standby` were taken, but another source leads their symbol
/// @param symbols how many it leads
/// @param time when its last line came
/// @param fault of the last line that was no good
public record SourceInfo(
        String source,
        String session,
        @Nullable Long seq,
        long taken,
        long repeated,
        long missed,
        long refused,
        long standby,
        int symbols,
        @Nullable Instant time,
        @Nullable String fault) {}
