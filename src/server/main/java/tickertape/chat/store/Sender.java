package tickertape.chat.store;

/// Who wants to write.
///
/// @param account its id
/// @param name as people see it
public record Sender(String account, String name) {}
