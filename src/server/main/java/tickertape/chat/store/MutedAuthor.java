package tickertape.chat.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who may not write for some time.
///
/// @param reason null if none was given
public record MutedAuthor(
        Author author, Instant until, @Nullable String reason) {}
