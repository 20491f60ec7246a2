package tickertape.chat;

/// The body of a request that changes the text of a message.
public record TextChange(String text) {}
