package tickertape.chat.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message, as everybody sees it.
///
/// @param id made by the client, unique for its author
/// @param seq 1, 2, 3 and so on in its room
/// @param revision rises over all rooms with each change
/// @param text null if it was deleted
/// @param mentions names of people that are in it; null if there are none
/// @param edited when it was changed last; null if never
/// @param deleted by whom: `author` or `moderator`; null if it was not
public record ChatMessage(
        String id,
        String room,
        long seq,
        long revision,
        Author author,
        @Nullable String text,
        @Nullable List<String> mentions,
        Instant time,
        @Nullable Instant edited,
        @Nullable String deleted) {

    /// Whether it was deleted.
    boolean isDeleted() {
        return deleted != null;
    }
}
