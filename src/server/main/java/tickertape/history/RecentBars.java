package tickertape.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The bars of one symbol and length that have ended lately, oldest first.
///
/// Each version is immutable. Versions share an array, as those of the tape do: a longer one fills elements that no
/// older one sees. So only the newest version may be added to, by one thread, and it must be published safely.
final class RecentBars {

    private static final int SMALLEST = 8;

    static final RecentBars NONE = new RecentBars(new RecentBar[0], 0, 0);

    private final RecentBar[] entries;
    private final int from;
    private final int to;

    private RecentBars(RecentBar[] entries, int from, int to) {
        this.entries = entries;
        this.from = from;
        this.to = to;
    }

    /// Adds one, and keeps so many.
    RecentBars plus(RecentBar bar, int limit) {
        RecentBar[] target = entries;
        int start = from;
        int end = to;
        if (end == entries.length) {
            int size = to - from;
            target = new RecentBar[Math.max(SMALLEST, 2 * Math.min(size + 1, limit))];
            System.arraycopy(entries, from, target, 0, size);
            start = 0;
            end = size;
        }
        target[end++] = bar;
        return new RecentBars(target, Math.max(start, end - limit), end);
    }

    /// Adds one where it belongs by its beginning, or puts it in place of the one that begins then.
    RecentBars with(RecentBar bar, int limit) {
        int at = to;
        while (at > from && !entries[at - 1].start().isBefore(bar.start())) {
            at--;
        }
        if (at == to) {
            return plus(bar, limit);
        }
        var all = new ArrayList<>(Arrays.asList(entries).subList(from, to));
        if (entries[at].start().equals(bar.start())) {
            Marks marks = entries[at].bar().marks();
            all.set(at - from, new RecentBar.Whole(bar.number(), bar.bar().with(marks)));
        } else {
            all.add(at - from, bar);
        }
        return new RecentBars(all.toArray(RecentBar[]::new), Math.max(0, all.size() - limit), all.size());
    }

    /// Whether a bar is not the newest of them.
    boolean isFollowed(Instant start) {
        return from < to && entries[to - 1].start().isAfter(start);
    }

    /// The newest of some.
    Bar newest() {
        return entries[to - 1].bar();
    }

    /// Those with higher numbers only.
    RecentBars after(long number) {
        int first = from;
        while (first < to && entries[first].number() <= number) {
            first++;
        }
        return first == from ? this : first == to ? NONE : new RecentBars(entries, first, to);
    }

    /// Those that begin before a time only; nothing may be added to them.
    RecentBars before(Instant bound) {
        int last = to;
        while (last > from && !entries[last - 1].start().isBefore(bound)) {
            last--;
        }
        return last == to ? this : new RecentBars(entries, from, last);
    }

    /// The same, with more marks of the bar that begins at a time, if there is one.
    RecentBars marked(Instant start, Marks marks) {
        for (int i = to - 1; i >= from && !entries[i].start().isBefore(start); i--) {
            if (entries[i].start().equals(start)) {
                RecentBar[] copy = Arrays.copyOfRange(entries, from, to);
                copy[i - from] = new RecentBar.Whole(
                        entries[i].number(), entries[i].bar().with(marks));
                return new RecentBars(copy, 0, copy.length);
            }
        }
        return this;
    }

    int size() {
        return to - from;
    }

    /// Whether one begins in a range.
    boolean hasBetween(Instant least, Instant bound) {
        // They are in order, so the last that begins before the bound decides.
        for (int i = to - 1; i >= from; i--) {
            Instant start = entries[i].start();
            if (start.isBefore(bound)) {
                return !start.isBefore(least);
            }
        }
        return false;
    }

    /// Those that begin in a range.
    List<Bar> between(Instant least, Instant bound) {
        var bars = new ArrayList<Bar>();
        for (int i = from; i < to; i++) {
            Instant start = entries[i].start();
            if (!start.isBefore(least) && start.isBefore(bound)) {
                bars.add(entries[i].bar());
            }
        }
        return bars;
    }
}
