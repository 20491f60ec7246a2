package tickertape.feeding;

import java.util.Collection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// The lines that wait for the next tick: at most so many. Policy: whoever adds to a full one waits, and reads no
/// further from its client. The tick never waits. Safe for any thread.
final class LineQueue {

    private final BlockingQueue<QueuedLine> waiting;

    /// @param capacity how many lines may wait
    LineQueue(int capacity) {
        waiting = new ArrayBlockingQueue<>(capacity);
    }

    void put(QueuedLine line) throws InterruptedException {
        waiting.put(line);
    }

    /// Moves up to so many lines, in the order in which they came.
    void drainTo(Collection<QueuedLine> lines, int most) {
        waiting.drainTo(lines, most);
    }

    int depth() {
        return waiting.size();
    }
}
