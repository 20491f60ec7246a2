package tickertape.tape;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one read of a cursor gave; immutable, for all readers who were at the same place with the same filter share it.
public final class ReadResult {

    private final Filter filter;
    private final List<Message> messages;
    private final List<TopicDefinition> lost;
    private final ResumeOutcome resume;
    private final int mergeable;
    private final long oldest;
    private final int leftOut;

    // Made when first wanted, perhaps by two threads at once, who make the same.
    private volatile byte @Nullable [] frame;

    /// @param filter what the messages passed
    /// @param messages in the order of their offsets
    /// @param mergeable how many of one topic might be merged
    /// @param oldest when the oldest of those was appended; of no meaning if there is none
    /// @param leftOut how many that the backlog holds are not here though they were to be read one by one
    ReadResult(
            Filter filter,
            List<Message> messages,
            List<TopicDefinition> lost,
            ResumeOutcome resume,
            int mergeable,
            long oldest,
            int leftOut) {
        this.filter = filter;
        this.messages = List.copyOf(messages);
        this.lost = List.copyOf(lost);
        this.resume = resume;
        this.mergeable = mergeable;
        this.oldest = oldest;
        this.leftOut = leftOut;
    }

    static ReadResult snapshot(Filter filter, List<Message> messages) {
        return new ReadResult(filter, messages, List.of(), ResumeOutcome.SNAPSHOT, 0, 0, 0);
    }

    Filter filter() {
        return filter;
    }

    List<Message> messages() {
        return messages;
    }

    /// The topics of kind EVERY of which messages may be missing before these.
    public List<TopicDefinition> lost() {
        return lost;
    }

    /// What kind of read it was, the worst of its topics.
    public ResumeOutcome resume() {
        return resume;
    }

    public boolean isEmpty() {
        return messages.isEmpty() && lost.isEmpty();
    }

    /// How many messages it holds.
    public int size() {
        return messages.size();
    }

    /// How many events it makes: a gap is told in one of its own.
    public int events() {
        return messages.size() + (lost.isEmpty() ? 0 : 1);
    }

    /// When the oldest of its messages was appended, by the tape's clock; there must be one.
    public long appended() {
        return messages.getFirst().nanos();
    }

    int mergeable() {
        return mergeable;
    }

    long oldest() {
        return oldest;
    }

    int leftOut() {
        return leftOut;
    }

    /// Writes the messages as they stand, in one piece, without flushing.
    ///
    /// @return how many bytes that was
    public int writeTo(OutputStream out) throws IOException {
        byte[] made = frame;
        if (made == null) {
            made = framed();
            frame = made;
        }
        out.write(made);
        return made.length;
    }

    private byte[] framed() {
        byte[] whole = new byte
                [messages.stream().mapToInt(message -> message.bytes().length).sum()];
        int end = 0;
        for (Message message : messages) {
            System.arraycopy(message.bytes(), 0, whole, end, message.bytes().length);
            end += message.bytes().length;
        }
        return whole;
    }
}
