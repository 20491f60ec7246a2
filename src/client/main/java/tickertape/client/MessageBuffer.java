package tickertape.client;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tickertape.client.Report.Offline;

/// The messages that were received and not yet delivered; safe for any thread. It calls nobody under its lock.
///
/// It takes messages only from the current sender, because a connection that was given up may still speak for a
/// while. It knows exactly where a new connection has to go on, because the position moves together with what is
/// taken.
final class MessageBuffer {

    /// What became of a message that was put.
    enum Outcome {
        TAKEN,
        /// The sender is not the current one, or its thread was interrupted.
        IGNORED,
        /// A piece of a growing text is missing before it. It was not taken, and the position is forgotten:
        /// the next connection must ask for everything.
        PIECE_MISSING
    }

    private final ConflatingQueue queue;
    private final TextLengths texts;
    private @Nullable String position;
    private @Nullable Object sender;

    MessageBuffer(int capacity, WhenFull whenFull, @Nullable String position) {
        this.queue = new ConflatingQueue(capacity, whenFull);
        this.texts = new TextLengths();
        this.position = position;
    }

    /// From now on takes messages from this sender only, or from nobody.
    synchronized void listenTo(@Nullable Object newSender) {
        sender = newSender;
        notifyAll();
    }

    /// Takes a message, and waits until there is room for it.
    ///
    /// @param id the position that is reached with it; null if it has none
    /// @param message empty if an event carries nothing but its position
    synchronized Outcome put(Object from, @Nullable String id, Optional<QueuedMessage> message) {
        try {
            while (from.equals(sender) && message.isPresent() && !queue.fits(message.get())) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.IGNORED;
        }
        if (!from.equals(sender)) {
            return Outcome.IGNORED;
        }
        if (message.isPresent() && !texts.take(message.get())) {
            position = null;
            return Outcome.PIECE_MISSING;
        }
        message.ifPresent(taken -> queue.take(taken, position));
        position = id == null ? position : id;
        return Outcome.TAKEN;
    }

    /// Takes a report of the client itself. It always finds room: of several in a row a full buffer keeps the
    /// last.
    synchronized void post(Offline report) {
        queue.post(report, position);
    }

    /// Removes the next message and returns it, if it passes this test.
    synchronized Optional<QueuedMessage> poll(Predicate<QueuedMessage> deliverable) {
        Optional<QueuedMessage> next = queue.poll(deliverable);
        if (next.isPresent()) {
            notifyAll();
        }
        return next;
    }

    /// Where a new connection goes on: behind all that was taken.
    synchronized Optional<String> taken() {
        return Optional.ofNullable(position);
    }

    /// Where a consumer goes on that has seen all that was delivered, and nothing else.
    synchronized Optional<String> delivered() {
        return Optional.ofNullable(queue.before(position));
    }
}
