package tickertape.commentary.writing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tickertape.commentary.author.EndReason;
import tickertape.commentary.author.Sheet;

/// What an author has written and readers have yet to see. When so many pieces wait, the author does. Safe for any
/// thread.
final class PieceQueue implements Sheet {

    private static final int CAPACITY = 200;

    private final int longest;
    private final LongSupplier nanoTime;
    private final Pieces pieces = new Pieces();
    private final Deque<String> waiting = new ArrayDeque<>();
    private int length;
    private long last;
    private @Nullable EndReason reason;

    /// A piece whose turn it is.
    ///
    /// @param end why the text ends with it; empty if it goes on
    record Next(String text, Optional<EndReason> end) {}

    /// @param longest how many characters the text may have
    /// @param nanoTime a monotonic clock
    PieceQueue(int longest, LongSupplier nanoTime) {
        this.longest = longest;
        this.nanoTime = nanoTime;
        last = nanoTime.getAsLong();
    }

    @Override
    public synchronized void add(String text) throws InterruptedException {
        requireOpen();
        last = nanoTime.getAsLong();
        for (String piece : pieces.add(Plain.text(text))) {
            while (waiting.size() >= CAPACITY && reason == null) {
                wait();
                last = nanoTime.getAsLong();
            }
            put(piece);
            requireOpen();
        }
    }

    // An author that goes on although nobody reads would never come to an end.
    private void requireOpen() throws InterruptedException {
        if (reason != null) {
            throw new InterruptedException("the text has ended: " + reason.text());
        }
    }

    private void put(String cut) {
        String piece = Plain.whole(cut);
        if (reason != null || piece.isEmpty()) {
            return;
        }
        if (length + piece.length() > longest) {
            reason = EndReason.LIMIT;
            return;
        }
        length += piece.length();
        waiting.addLast(piece);
    }

    /// Ends the text after all that waits, unless it has ended.
    synchronized void end(EndReason why) {
        pieces.end().forEach(this::put);
        if (reason == null) {
            reason = why;
        }
        notifyAll();
    }

    /// Ends the text here: what waits is dropped.
    synchronized void stop(EndReason why) {
        waiting.clear();
        reason = why;
        notifyAll();
    }

    /// The next piece; empty if the author has none for now.
    synchronized Optional<Next> poll() {
        @Nullable String piece = waiting.pollFirst();
        notifyAll();
        Optional<EndReason> end = waiting.isEmpty() ? Optional.ofNullable(reason) : Optional.empty();
        return piece == null && end.isEmpty()
                ? Optional.empty()
                : Optional.of(new Next(piece == null ? "" : piece, end));
    }

    /// Whether nothing waits, and nothing came for so long.
    synchronized boolean isSilent(long nanos) {
        return reason == null && waiting.isEmpty() && nanoTime.getAsLong() - last > nanos;
    }
}
