package tickertape.chat.store;

/// How far somebody has read a room.
///
/// @param seq of the last message
public record ReadMark(String room, long seq) {}
