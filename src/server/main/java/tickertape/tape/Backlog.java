package tickertape.tape;

import java.util.Arrays;
import java.util.List;

/// The last messages of one topic, in order.
///
/// Each version is immutable. Versions share an array: each sees a stretch of it, and a longer version is made by
/// filling elements that no older one sees. So only the newest version may be added to, by one thread at a time,
/// and it must be published safely; the tape's lock and its volatile reel guarantee both.
final class Backlog {

    private static final int SMALLEST = 16;
    private static final Message[] NOTHING = new Message[0];

    private final Message[] log;
    private final int from;
    private final int to;
    private final int limit;
    private final long evicted;

    private Backlog(Message[] log, int from, int to, int limit, long evicted) {
        this.log = log;
        this.from = from;
        this.to = to;
        this.limit = limit;
        this.evicted = evicted;
    }

    static Backlog ofLast(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a backlog of %s messages".formatted(limit));
        }
        return new Backlog(NOTHING, 0, 0, limit, 0);
    }

    /// The same, which keeps no fewer messages from now on.
    Backlog ofAtLeast(int count) {
        return count <= limit ? this : new Backlog(log, from, to, count, evicted);
    }

    Backlog plus(List<Message> more) {
        Message[] target = log;
        int start = from;
        int end = to;
        if (end + more.size() > log.length) {
            target = new Message[capacity(more.size())];
            start = 0;
            end = to - from;
            System.arraycopy(log, from, target, 0, end);
        }
        for (Message message : more) {
            target[end++] = message;
        }
        int kept = Math.max(start, end - limit);
        long gone = kept > start ? target[kept - 1].offset() : evicted;
        return new Backlog(target, kept, end, limit, gone);
    }

    // Twice what is kept: messages are copied as often as they are added, however small the batches are. Of the many
    // backlogs of owners most keep a few.
    private int capacity(int more) {
        int held = size() + more;
        return Math.max(held, 2 * Math.min(Math.max(held, SMALLEST), limit));
    }

    /// The same without its messages: those up to this offset are lost.
    Backlog lost(long offset) {
        return new Backlog(NOTHING, 0, 0, limit, offset);
    }

    /// The highest offset that is no longer here; 0 while nothing has gone.
    long evicted() {
        return evicted;
    }

    int size() {
        return to - from;
    }

    /// The messages after an offset, oldest first.
    List<Message> after(long offset) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (log[middle].offset() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Arrays.asList(log).subList(low, to);
    }
}
