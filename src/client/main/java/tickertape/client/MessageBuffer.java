package tickertape.client;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tickertape.client.Report.Offline;

/// What has been heard and not yet been delivered; safe for any thread. It calls nobody under its lock.
///
/// It takes messages only from whom it has last been told to listen to: a connection that has been given up may still
/// speak for a while. It knows where a new connection has to go on, exactly: the position moves with what it takes.
final class MessageBuffer {

    private final ConflatingQueue messages;
    private @Nullable String position;
    private @Nullable Object sender;

    MessageBuffer(int capacity, WhenFull whenFull, @Nullable String position) {
        this.messages = new ConflatingQueue(capacity, whenFull);
        this.position = position;
    }

    /// From now on listens to this one, or to nobody.
    synchronized void listenTo(@Nullable Object newSender) {
        sender = newSender;
        notifyAll();
    }

    /// Takes a message, or waits until there is room for it.
    ///
    /// @param id the position that is reached with it; null where it has none
    /// @param message empty where an event has nothing to say but its position
    /// @return whether it was taken: not from one who is no longer listened to, or whose thread was interrupted
    synchronized boolean put(Object from, @Nullable String id, Optional<StreamMessage> message) {
        try {
            while (from.equals(sender) && message.isPresent() && !messages.fits(message.get())) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (!from.equals(sender)) {
            return false;
        }
        message.ifPresent(taken -> messages.take(taken, position));
        position = id == null ? position : id;
        return true;
    }

    /// What the stream itself has to say of its connections. It finds room: of those that come together, the last.
    synchronized void post(Offline news) {
        messages.post(news, position);
    }

    /// The next message, if there is one that may be delivered.
    ///
    /// @param deliverable holds for it
    synchronized Optional<StreamMessage> poll(Predicate<StreamMessage> deliverable) {
        Optional<StreamMessage> next = messages.poll(deliverable);
        if (next.isPresent()) {
            notifyAll();
        }
        return next;
    }

    /// Where a new connection goes on: behind all that was taken.
    synchronized Optional<String> taken() {
        return Optional.ofNullable(position);
    }

    /// Where somebody goes on who has seen all that was delivered, and nothing else.
    synchronized Optional<String> delivered() {
        return Optional.ofNullable(messages.before(position));
    }
}
