package tickertape.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Those who wait until the tape has all that lay in the log when they asked: what a client has seen at another server,
/// this one can't have read yet. Any thread may ask; the one that reads the log answers.
final class CatchUp {

    private final List<Consumer<Boolean>> asking = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean open;

    /// @param end of the log when it asked, or a bit later
    private record Waiting(long end, Consumer<Boolean> then) {}

    /// Asks.
    ///
    /// @param then told true when it is so, or false when that can't be known now
    void ask(Consumer<Boolean> then) {
        synchronized (this) {
            if (open) {
                asking.add(then);
                return;
            }
        }
        then.accept(false);
    }

    /// The log is read from now on.
    synchronized void open() {
        open = true;
    }

    /// Learns where the log ends at this moment, if somebody has asked.
    ///
    /// @param end asks the broker
    void look(LongSupplier end) {
        int before = asking();
        if (before > 0) {
            long now = end.getAsLong();
            synchronized (this) {
                List<Consumer<Boolean>> asked = asking.subList(0, before);
                asked.forEach(then -> waiting.add(new Waiting(now, then)));
                asked.clear();
            }
        }
    }

    private synchronized int asking() {
        return asking.size();
    }

    /// All before this place in the log lies on the tape.
    void reached(long place) {
        List<Consumer<Boolean>> answered = new ArrayList<>();
        synchronized (this) {
            waiting.removeIf(one -> one.end() <= place && answered.add(one.then()));
        }
        answered.forEach(then -> then.accept(true));
    }

    /// The log can't be read at this moment.
    void close() {
        List<Consumer<Boolean>> answered;
        synchronized (this) {
            open = false;
            answered = new ArrayList<>(asking);
            waiting.forEach(one -> answered.add(one.then()));
            asking.clear();
            waiting.clear();
        }
        answered.forEach(then -> then.accept(false));
    }
}
