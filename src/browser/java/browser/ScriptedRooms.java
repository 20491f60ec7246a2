package browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What was said in the rooms of a scripted chat, and how far its visitor has read.
///
/// Not safe for several threads.
final class ScriptedRooms {

    private static final String ANN = "\"a-Ann\"";
    private static final Pattern BEFORE = Pattern.compile("before=(\\d+)");
    private static final Pattern AFTER = Pattern.compile("after=(\\d+)");
    private static final Pattern LIMIT = Pattern.compile("limit=(\\d+)");
    private static final int PAGE = 50;

    private final CheckedEvents checked;
    private final Map<String, List<JsonObject>> rooms = new HashMap<>();
    private final Map<String, Integer> reads = new HashMap<>();

    /// @param checked holds answers against their schemas
    ScriptedRooms(CheckedEvents checked) {
        this.checked = checked;
    }

    /// The messages of a room, which can be added to.
    List<JsonObject> of(String room) {
        return rooms.computeIfAbsent(room, _ -> new ArrayList<>());
    }

    void read(String room, int seq) {
        reads.put(room, seq);
    }

    /// Messages of a room, as the resource has them for Ann.
    String page(String room, String query, String position, int longest) {
        Matcher before = BEFORE.matcher(query);
        Matcher after = AFTER.matcher(query);
        Matcher limit = LIMIT.matcher(query);
        List<JsonObject> all = of(room);
        int most = limit.find() ? Integer.parseInt(limit.group(1)) : PAGE;
        int end = before.find() ? Integer.parseInt(before.group(1)) - 1 : all.size();
        int begin = Math.max(0, end - most);
        if (after.find()) {
            begin = Math.min(Integer.parseInt(after.group(1)), all.size());
            end = Math.min(begin + most, all.size());
        }
        String previous = begin == 0 ? "" : ",\"previous\":\"before=%s&limit=%s\"".formatted(begin + 1, PAGE);
        boolean hasWritten = all.stream().anyMatch(message -> message.toString().contains(ANN));
        String own = hasWritten ? ",\"own\":" + ANN : "";
        return checked.answer("message-page", """
                {"room":"%s","messages":%s,"last":%s,"position":"%s","limits":{"length":%s,"edit":"PT5M"}%s%s}""".formatted(
                        room, all.subList(begin, end), all.size(), position, longest, previous, own));
    }

    /// The rooms that were read.
    String states() {
        var all = new JsonArray();
        reads.forEach((room, read) -> all.add(state(room, read)));
        return all.toString();
    }

    private JsonObject state(String room, int read) {
        String state = """
                {"room":"%s","last":%s,"read":%s,"mentions":0}""".formatted(room, of(room).size(), read);
        return ScriptedServer.parse(checked.answer("room-state", state));
    }
}
