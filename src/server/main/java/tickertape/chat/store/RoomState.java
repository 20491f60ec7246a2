package tickertape.chat.store;

/// A room, as one reader finds it.
///
/// @param last the `seq` of its newest message; 0 if it has none
/// @param read up to which the reader has read
/// @param mentions how many messages behind that name the reader
public record RoomState(String room, long last, long read, long mentions) {}
