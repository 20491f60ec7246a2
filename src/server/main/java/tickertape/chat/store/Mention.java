package tickertape.chat.store;

import org.jspecify.annotations.Nullable;

/// That somebody was named in a message.
///
/// @param number rises; the same when the message comes again because it was changed or deleted
/// @param message as it is now
/// @param withdrawn true if it names the reader no more; else null
public record Mention(
        long number, ChatMessage message, @Nullable Boolean withdrawn) {}
