package tickertape.commentary.writing;

import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tickertape.commentary.author.EndReason;
import tickertape.tape.Draft;

/// A text that is being written. The thread of the pacer moves it on; any thread may look at it or stop it.
final class RunningText {

    private final TextHead head;
    private final PieceQueue queue;
    private final Runnable onEnd;
    private final StringBuilder text = new StringBuilder();
    private int seq;
    private boolean forgotten;
    private @Nullable Future<?> author;

    /// @param onEnd is called when it has ended
    RunningText(TextHead head, PieceQueue queue, Runnable onEnd) {
        this.head = head;
        this.queue = queue;
        this.onEnd = onEnd;
    }

    /// The next piece on its way to the tape.
    ///
    /// @param end why the text ends with it; empty if it goes on
    record Step(RunningText text, Draft draft, Optional<EndReason> end) {}

    TextHead head() {
        return head;
    }

    PieceQueue queue() {
        return queue;
    }

    Runnable onEnd() {
        return onEnd;
    }

    /// The author writes on the thread of this task.
    synchronized void writtenBy(Future<?> task) {
        author = task;
    }

    /// Takes the next piece, if there is one.
    Optional<Step> next(TextTopics topics) {
        return queue.poll().map(next -> {
            add(next.text());
            return new Step(this, topics.draft(head, seq, next.text(), next.end()), next.end());
        });
    }

    private synchronized void add(String piece) {
        text.append(piece);
        seq++;
    }

    /// Ends it at the next beat, whatever the author does.
    synchronized void stop(EndReason why) {
        queue.stop(why);
        if (author != null) {
            author.cancel(true);
        }
    }

    /// Ends it, and nobody keeps it.
    synchronized void forget() {
        forgotten = true;
        stop(EndReason.STOPPED);
    }

    synchronized boolean isForgotten() {
        return forgotten;
    }

    synchronized CommentaryText soFar() {
        return CommentaryText.soFar(head, text.toString());
    }
}
