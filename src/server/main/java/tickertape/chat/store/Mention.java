package tickertape.chat.store;

/// That somebody was named in a message.
///
/// @param number rises
public record Mention(long number, ChatMessage message) {}
