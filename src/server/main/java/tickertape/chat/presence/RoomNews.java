package tickertape.chat.presence;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tickertape.chat.store.ChatMessage;

/// The newest message of each room that has one since it was told last. Safe for any thread.
public final class RoomNews {

    private final Map<String, Newest> waiting = new HashMap<>();
    private final Map<String, Long> told = new HashMap<>();

    /// The newest message of a room.
    ///
    /// @param last its `seq`
    /// @param time when it was sent
    public record Newest(String room, long last, Instant time) {}

    public synchronized void published(List<ChatMessage> messages) {
        for (ChatMessage message : messages) {
            if (message.seq() > told.getOrDefault(message.room(), 0L)) {
                told.put(message.room(), message.seq());
                waiting.put(message.room(), new Newest(message.room(), message.seq(), message.time()));
            }
        }
    }

    synchronized List<Newest> changes() {
        var changes = List.copyOf(waiting.values());
        waiting.clear();
        return changes;
    }
}
