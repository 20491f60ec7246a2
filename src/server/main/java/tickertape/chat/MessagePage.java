package tickertape.chat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tickertape.chat.store.ChatMessage;
import tickertape.chat.store.HistoryPage;
import tickertape.web.rest.PageLink;

/// Messages of a room, and where to go on.
///
/// @param messages the oldest first
/// @param last the `seq` of the room's newest message; 0 if it has none
/// @param position for a stream that brings everything that is not here
/// @param limits what a new message may be
/// @param own the `author.id` of what the caller has written; null if it has written nothing, or is nobody in
///     particular
/// @param previous leads to older messages, relative to the request; null if there are none
/// @param next leads to newer ones
public record MessagePage(
        String room,
        List<ChatMessage> messages,
        long last,
        String position,
        Limits limits,
        @Nullable String own,
        @Nullable String previous,
        @Nullable String next) {

    /// What writers have to know.
    ///
    /// @param length how many characters a message may have, as people count them
    /// @param edit how long it can be changed
    public record Limits(int length, Duration edit) {}

    static MessagePage of(String room, HistoryPage page, int limit, Limits limits, @Nullable String own) {
        List<ChatMessage> messages = page.messages();
        return new MessagePage(
                room,
                messages,
                page.last(),
                page.position().toString(),
                limits,
                own,
                page.hasOlder()
                        ? "before=%s&limit=%s".formatted(messages.getFirst().seq(), limit)
                        : null,
                page.hasNewer()
                        ? "after=%s&limit=%s".formatted(messages.getLast().seq(), limit)
                        : null);
    }

    List<PageLink> links() {
        return Stream.of(link("prev", previous), link("next", next))
                .flatMap(List::stream)
                .toList();
    }

    private static List<PageLink> link(String relation, @Nullable String query) {
        return query == null ? List.of() : List.of(new PageLink(relation, query));
    }
}
