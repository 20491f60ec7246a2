package tickertape.tape.delivery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The clients of a round, in the order in which they are served, and how far that has come. One thread at a time
/// uses it.
final class Members {

    private final List<Subscriber> all = new ArrayList<>();
    private int next;
    private long due = Subscriber.NOTHING;

    void add(Subscriber subscriber) {
        all.add(subscriber);
    }

    /// Begins with the first one again.
    void startOver() {
        next = 0;
        due = Subscriber.NOTHING;
    }

    /// Who is to be served next; those who may be left alone are passed over. Null when all have been.
    @Nullable
    Subscriber next(long now) {
        while (next < all.size()) {
            Subscriber subscriber = all.get(next);
            long rest = subscriber.rests(now);
            if (rest == 0) {
                return subscriber;
            }
            served(rest);
        }
        return null;
    }

    /// The next one has been, and wants to be again after so many nanoseconds.
    void served(long pause) {
        due = Math.min(due, pause);
        next++;
    }

    /// Lets the next one go.
    void removeNext() {
        all.remove(next);
    }

    /// Lets all go that have not been served.
    List<Subscriber> removeRest() {
        List<Subscriber> rest = all.subList(next, all.size());
        List<Subscriber> removed = List.copyOf(rest);
        rest.clear();
        return removed;
    }

    /// After how many nanoseconds the first of those who have been served wants to be again.
    long due() {
        return due;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /// All, served or not.
    List<Subscriber> all() {
        return List.copyOf(all);
    }
}
