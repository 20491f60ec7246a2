package tickertape.chat.presence;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who is in one room. Who has signed in is there once, in however many tabs; whoever leaves is there a little longer,
/// because most come back at once. Not safe for threads.
final class RoomAttendance {

    static final Duration GRACE = Duration.ofSeconds(5);
    static final int NAMES = 50;

    private final Map<String, Person> people = new HashMap<>();
    private final Deque<Long> others = new ArrayDeque<>();
    private int strangers;

    /// Somebody who has signed in.
    ///
    /// @param streams that are open
    /// @param left when the last of them ended
    private record Person(String name, int streams, long left) {}

    void enter(String account, String name) {
        Person before = people.getOrDefault(account, new Person(name, 0, 0));
        people.put(account, new Person(name, before.streams() + 1, 0));
    }

    void leave(String account, long now) {
        people.computeIfPresent(
                account, (_, person) -> new Person(person.name(), Math.max(0, person.streams() - 1), now));
    }

    /// Somebody who is nobody in particular: who comes back takes the place that it has left.
    void enter() {
        var _ = others.poll();
        strangers++;
    }

    void leave(long now) {
        strangers--;
        others.add(now);
    }

    /// Forgets those who have not come back in time.
    void expire(long now) {
        people.values().removeIf(person -> person.streams() == 0 && isOver(person.left(), now));
        others.removeIf(left -> isOver(left, now));
    }

    private static boolean isOver(long left, long now) {
        return now - left >= GRACE.toNanos();
    }

    /// Whether somebody has left who may come back.
    boolean isWaiting() {
        return !others.isEmpty() || people.values().stream().anyMatch(person -> person.streams() == 0);
    }

    boolean isEmpty() {
        return count() == 0;
    }

    int count() {
        return people.size() + strangers + others.size();
    }

    /// The first names in the order of the alphabet.
    List<String> names() {
        return people.values().stream().map(Person::name).sorted().limit(NAMES).toList();
    }
}
