package tickertape.chat.presence;

import java.util.List;

/// Who is in a room, as everybody sees it.
///
/// @param count how many, also those who have not signed in
/// @param names of up to 50 who have
/// @param typing names of up to three who are writing
public record RoomPresence(String room, int count, List<String> names, List<String> typing) {}
