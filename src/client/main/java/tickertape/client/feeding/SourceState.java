package tickertape.client.feeding;

import org.jspecify.annotations.Nullable;

/// What the server says of a source, as far as the client needs it.
///
/// @param seq the highest number that has gone through a tick; null if none has
/// @param refused how many lines were no good
/// @param fault of the last of them
public record SourceState(
        String source,
        String session,
        @Nullable Long seq,
        long refused,
        @Nullable String fault) {}
