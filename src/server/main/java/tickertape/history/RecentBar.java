package tickertape.history;

import java.time.Instant;

/// A bar that has ended, in memory.
sealed interface RecentBar permits RecentBar.Whole, PackedBar {

    /// The number of the row that it waits for; 0 if it waits for none.
    long number();

    Instant start();

    Bar bar();

    /// As it is.
    record Whole(long number, Bar bar) implements RecentBar {

        @Override
        public Instant start() {
            return bar.start();
        }
    }
}
