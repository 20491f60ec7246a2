package tickertape.chat.presence;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import tickertape.identity.Caller;
import tickertape.tape.stream.OpenStream;
import tickertape.tape.stream.StreamListener;

/// Who is in which room: those whose streams ask for its messages by its name. Safe for any thread.
public final class Presence implements StreamListener {

    /// Who asks for more rooms than this is in none of them.
    static final int ROOMS = 20;

    private final String topic;
    private final String parameter;
    private final Function<Caller, String> names;
    private final LongSupplier nanoTime;
    private final Map<String, RoomAttendance> rooms = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    /// @param topic of the messages
    /// @param parameter that names rooms
    /// @param names what callers are called there
    public Presence(String topic, String parameter, Function<Caller, String> names, LongSupplier nanoTime) {
        this.topic = topic;
        this.parameter = parameter;
        this.names = names;
        this.nanoTime = nanoTime;
    }

    private Collection<String> entered(OpenStream stream) {
        Set<String> named = stream.keys().getOrDefault(parameter, Set.of());
        return stream.topics().contains(topic) && named.size() <= ROOMS ? named : List.of();
    }

    @Override
    public void opened(OpenStream stream) {
        Collection<String> entered = entered(stream);
        if (entered.isEmpty()) {
            return;
        }
        // Before the lock, as somebody may have to be looked up.
        Optional<String> name = stream.caller().map(names);
        for (String room : entered) {
            synchronized (this) {
                RoomAttendance attendance = rooms.computeIfAbsent(room, _ -> new RoomAttendance());
                stream.caller()
                        .map(Caller::id)
                        .ifPresentOrElse(account -> attendance.enter(account, name.orElse(account)), attendance::enter);
                changed.add(room);
            }
        }
    }

    @Override
    public void closed(OpenStream stream) {
        long now = nanoTime.getAsLong();
        for (String room : entered(stream)) {
            synchronized (this) {
                RoomAttendance attendance = rooms.computeIfAbsent(room, _ -> new RoomAttendance());
                stream.caller()
                        .map(Caller::id)
                        .ifPresentOrElse(account -> attendance.leave(account, now), () -> attendance.leave(now));
                changed.add(room);
            }
        }
    }

    /// Who is in a room.
    ///
    /// @param names the first of those that have signed in
    record Attendance(int count, List<String> names) {}

    /// The rooms that have changed since this was asked last.
    synchronized Map<String, Attendance> changes() {
        long now = nanoTime.getAsLong();
        var changes = new HashMap<String, Attendance>();
        for (String room : List.copyOf(changed)) {
            RoomAttendance attendance = rooms.getOrDefault(room, new RoomAttendance());
            attendance.expire(now);
            changes.put(room, new Attendance(attendance.count(), attendance.names()));
            if (!attendance.isWaiting()) {
                // Else it will have changed when the grace is over.
                changed.remove(room);
            }
            if (attendance.isEmpty()) {
                rooms.remove(room);
            }
        }
        return changes;
    }

    synchronized Attendance of(String room) {
        RoomAttendance attendance = rooms.getOrDefault(room, new RoomAttendance());
        return new Attendance(attendance.count(), attendance.names());
    }

    /// How many streams are in how many rooms, each room of a stream for itself.
    public synchronized int count() {
        return rooms.values().stream().mapToInt(RoomAttendance::count).sum();
    }
}
