package tickertape.chat.store;

/// A message that somebody has sent.
///
/// @param isNew false if it was there already, because it was sent before
public record SentMessage(ChatMessage message, boolean isNew) {}
