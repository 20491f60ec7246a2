package tickertape.client;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tickertape.client.Report.Connected;
import tickertape.client.Report.Offline;
import tickertape.client.Report.Origin;

/// What has been heard and not yet been delivered; safe for any thread. It calls nobody under its lock.
///
/// It takes messages only from whom it has last been told to listen to: a connection that has been given up may still
/// speak for a while. It knows where a new connection has to go on, exactly: the position moves with what it takes.
final class Mailbox {

    private final ArrayDeque<Letter> letters = new ArrayDeque<>();
    // The newest letter of each thing of which only the latest counts.
    private final Map<Object, Letter> latest = new HashMap<>();
    private final int capacity;
    private final WhenFull whenFull;
    private @Nullable String position;
    private @Nullable Object sender;
    private @Nullable Letter gap;

    Mailbox(int capacity, WhenFull whenFull, @Nullable String position) {
        this.capacity = capacity;
        this.whenFull = whenFull;
        this.position = position;
    }

    /// A message on its way, and the position that was reached before it.
    private static final class Letter {
        final @Nullable String before;
        Message message;

        Letter(@Nullable String before, Message message) {
            this.before = before;
            this.message = message;
        }
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
    synchronized boolean put(Object from, @Nullable String id, Optional<Message> message) {
        try {
            while (from.equals(sender) && message.isPresent() && !fits(message.get())) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (!from.equals(sender)) {
            return false;
        }
        message.ifPresent(this::take);
        position = id == null ? position : id;
        return true;
    }

    /// What the stream itself has to say of its connections. It finds room: of those that come together, the last.
    synchronized void post(Offline news) {
        var message = new Message.Reported(news);
        Letter last = letters.peekLast();
        if (full()
                && last != null
                && last.message instanceof Message.Reported said
                && said.report() instanceof Offline) {
            last.message = message;
        } else {
            append(message);
        }
    }

    /// The next message, if there is one that may be delivered.
    ///
    /// @param deliverable holds for it
    synchronized Optional<Message> poll(Predicate<Message> deliverable) {
        Letter head = letters.peek();
        if (head == null || !deliverable.test(head.message)) {
            return Optional.empty();
        }
        letters.remove();
        Object key = key(head.message);
        if (key != null) {
            latest.remove(key, head);
        }
        gap = head == gap ? null : gap;
        notifyAll();
        return Optional.of(head.message);
    }

    /// Where a new connection goes on: behind all that was taken.
    synchronized Optional<String> taken() {
        return Optional.ofNullable(position);
    }

    /// Where somebody goes on who has seen all that was delivered, and nothing else.
    synchronized Optional<String> delivered() {
        Letter head = letters.peek();
        return Optional.ofNullable(head == null ? position : head.before);
    }

    private boolean full() {
        return letters.size() >= capacity;
    }

    // Reports are neither merged nor lost, so under both policies they wait.
    private boolean fits(Message message) {
        return !full() || (whenFull == WhenFull.CONFLATE && !(message instanceof Message.Reported));
    }

    private void take(Message message) {
        Object key = key(message);
        Letter older = key == null ? null : latest.get(key);
        if (!full()) {
            append(message);
        } else if (message instanceof Message.Traded) {
            lose();
        } else if (older != null) {
            older.message = message;
        } else {
            append(message);
        }
    }

    private void lose() {
        if (gap == null) {
            gap = append(new Message.Reported(new Report.Gap(List.of(Topic.TRADE.text()), Origin.BUFFER)));
        }
    }

    private Letter append(Message message) {
        var letter = new Letter(position, message);
        letters.add(letter);
        Object key = key(message);
        if (key != null) {
            latest.put(key, letter);
        } else if (message instanceof Message.Traded) {
            gap = null;
        } else if (startsAnew(message)) {
            // What follows must not take a place before it: there it would be thrown away with all that was known.
            latest.clear();
        }
        return letter;
    }

    private static boolean startsAnew(Message message) {
        return message instanceof Message.Reported said
                && said.report() instanceof Connected connected
                && connected.startsAnew();
    }

    // What a later message of the same kind stands in place of; null if of nothing.
    private static @Nullable Object key(Message message) {
        if (message instanceof Message.Quoted quoted) {
            return quoted.quote().symbol();
        }
        return message instanceof Message.MarketIs ? Message.MarketIs.class : null;
    }
}
