package tickertape.chat.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import tickertape.tape.Draft;
import tickertape.tape.TopicDefinition;

/// Puts on the tape who is in the rooms, and what is new there, each time that it is called: of each room no more
/// often.
/// One thread calls it.
public final class Announcer {

    private final Presence presence;
    private final Typing typing;
    private final RoomNews news;
    private final Topics topics;
    private final Consumer<List<Draft>> tape;
    private final Map<String, RoomPresence> told = new HashMap<>();

    /// The topics, and how their messages look.
    ///
    /// @param json writes a record
    public record Topics(TopicDefinition presence, TopicDefinition rooms, Function<Record, String> json) {}

    public Announcer(Presence presence, Typing typing, RoomNews news, Topics topics, Consumer<List<Draft>> tape) {
        this.presence = presence;
        this.typing = typing;
        this.news = news;
        this.topics = topics;
        this.tape = tape;
    }

    public void announce() {
        var drafts = new ArrayList<Draft>();
        var rooms = new TreeSet<>(presence.changes().keySet());
        rooms.addAll(typing.changes());
        for (String room : rooms) {
            Presence.Attendance there = presence.of(room);
            var now = new RoomPresence(room, there.count(), there.names(), typing.of(room));
            RoomPresence before = now.count() == 0 && now.typing().isEmpty() ? told.remove(room) : told.put(room, now);
            if (!now.equals(before) && !(before == null && !told.containsKey(room))) {
                drafts.add(new Draft(topics.presence(), room, topics.json().apply(now)));
            }
        }
        for (RoomNews.Newest newest : news.changes()) {
            drafts.add(new Draft(topics.rooms(), newest.room(), topics.json().apply(newest)));
        }
        if (!drafts.isEmpty()) {
            tape.accept(drafts);
        }
    }
}
