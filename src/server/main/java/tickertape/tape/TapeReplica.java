package tickertape.tape;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Makes a tape of what lies in a log, so that all servers which read the log have the same tape: the same batches in
/// the same order are the same messages at the same offsets. One thread uses it.
public final class TapeReplica {

    private static final Logger LOG = System.getLogger(TapeReplica.class.getName());

    private final Tape tape;
    private final BatchFormat format;
    private final List<BatchListener> listeners;

    public TapeReplica(Tape tape, List<BatchListener> listeners) {
        this.tape = tape;
        this.format = new BatchFormat(tape.topics());
        this.listeners = List.copyOf(listeners);
    }

    /// A batch as it lies in the log. Safe for any thread.
    public static byte[] batch(List<Draft> drafts) {
        return BatchFormat.encode(drafts);
    }

    /// Appends a batch.
    ///
    /// @return the position after it
    public Position append(byte[] batch) {
        Batch appended = tape.repeat(format.decode(batch));
        tell(appended.shared());
        appended.owned().forEach((owner, logs) -> {
            List<DelayedMessage> messages = messages(logs);
            listeners.forEach(listener -> tell(() -> listener.onOwned(owner, messages)));
        });
        return tape.end();
    }

    /// What a tape begins with that does not know the batches before: the epoch, the end, and the latest messages.
    public byte[] snapshot() {
        return BatchFormat.encode(tape.reel());
    }

    /// A name for a tape; no other has had it.
    public static String newEpoch(RandomGenerator random) {
        return Long.toString(random.nextLong(1L << 40), Character.MAX_RADIX);
    }

    /// What a tape of a new epoch begins with, where the log has nothing to go on from: the latest messages that are
    /// known here.
    public byte[] continuation(String epoch) {
        Reel reel = tape.reel();
        return BatchFormat.encode(new Reel(epoch, reel.shared(), reel.owned()));
    }

    /// The epoch of a snapshot.
    public String epoch(byte[] snapshot) {
        return format.decodeKnown(snapshot, 0).epoch();
    }

    /// Begins the tape anew with a snapshot.
    public void begin(byte[] snapshot) {
        BatchFormat.Known known = format.decodeKnown(snapshot, tape.nanoTime());
        tape.begin(known);
        var start = new Position(known.epoch(), 0);
        listeners.forEach(listener -> listener.onBegin(start));
        tell(known.latest());
    }

    private void tell(Map<TopicDefinition, List<Message>> shared) {
        List<DelayedMessage> messages = messages(shared);
        if (!messages.isEmpty()) {
            Position end = tape.end();
            listeners.forEach(listener -> tell(() -> listener.onMessages(messages, end)));
        }
    }

    private static List<DelayedMessage> messages(Map<TopicDefinition, List<Message>> logs) {
        return logs.entrySet().stream()
                .flatMap(log -> log.getValue().stream().map(message -> new DelayedMessage(log.getKey(), message)))
                .toList();
    }

    // A feature that fails must not keep the others from what is theirs, and the tape from what follows.
    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "What another server has published could not be taken", failure);
        }
    }

    /// The epoch of the tape.
    public String epoch() {
        return tape.epoch();
    }
}
