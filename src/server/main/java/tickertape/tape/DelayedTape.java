package tickertape.tape;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A second tape that gets the messages of a first one when they are old enough, at the same offsets.
///
/// How old they are is measured by the tape's monotonic clock: setting the time of the machine changes nothing. One
/// thread releases; any thread reads.
public final class DelayedTape {

    private static final Logger LOG = System.getLogger(DelayedTape.class.getName());

    private final Tape tape;
    private final DelayLine line;
    private final List<DelayedMessageListener> listeners;

    /// @param source what is appended to it from now on comes later to this one
    /// @param memory how many bytes may wait, about
    public DelayedTape(Tape source, Duration delay, long memory, List<DelayedMessageListener> listeners) {
        this.tape = source.later(delay);
        this.line = new DelayLine(delay, memory, source::nanoTime);
        this.listeners = List.copyOf(listeners);
        source.feed(line);
    }

    /// What those read who see everything late.
    public Tape tape() {
        return tape;
    }

    /// Puts on the tape what has become old enough.
    ///
    /// @return whether that was anything
    public boolean release() {
        boolean released = false;
        for (Optional<Batch> next = line.poll(); next.isPresent(); next = line.poll()) {
            release(next.get());
            released = true;
        }
        return released;
    }

    private void release(Batch batch) {
        tape.append(batch);
        List<DelayedMessage> messages = batch.shared().entrySet().stream()
                .flatMap(log -> log.getValue().stream().map(message -> new DelayedMessage(log.getKey(), message)))
                .toList();
        if (!messages.isEmpty()) {
            listeners.forEach(listener -> tell(listener, messages));
        }
    }

    // A feature that fails must not keep the others from what is theirs.
    private void tell(DelayedMessageListener listener, List<DelayedMessage> messages) {
        try {
            listener.onMessages(messages, tape.end());
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "What is late could not be taken", failure);
        }
    }

    /// How many bytes wait, about.
    public long waiting() {
        return line.size();
    }

    /// How many messages were replaced by newer ones or lost, because too many waited.
    public long merged() {
        return line.merged();
    }
}
