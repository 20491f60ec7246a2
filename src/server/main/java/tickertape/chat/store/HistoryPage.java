package tickertape.chat.store;

import java.util.List;
import tickertape.tape.Position;

/// Messages of a room, as they lie at one place of the tape.
///
/// @param messages the oldest first
/// @param last the `seq` of the newest message of the room
/// @param position a stream that goes on from here brings what has changed since
/// @param hasOlder whether there are messages before these
/// @param hasNewer whether there are messages after these
public record HistoryPage(
        List<ChatMessage> messages, long last, Position position, boolean hasOlder, boolean hasNewer) {}
