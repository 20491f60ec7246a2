package tickertape.tape;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one read gave a cursor; immutable: all readers that were at the same offset with the same filter share
/// it.
public final class ReadResult {

    private final Filter filter;
    private final List<Message> messages;
    private final List<TopicDefinition> lost;
    private final ResumeOutcome resume;
    private final int mergeable;
    private final long oldest;
    private final int leftOut;

    // Made when first wanted, perhaps by two threads at once, which make the same.
    private volatile byte @Nullable [] frame;

    /// @param filter what the messages passed
    /// @param messages in their order
    /// @param mergeable how many messages of one topic could be merged
    /// @param oldest when the oldest of those was appended; meaningless if there are none
    /// @param leftOut how many messages the backlog holds that are not here though they were wanted one by one
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

    /// Both in one, for the one reader that may see them.
    static ReadResult merged(ReadResult shared, ReadResult own) {
        if (own.isEmpty() && own.resume.compareTo(shared.resume) <= 0) {
            return shared;
        }
        var messages = new ArrayList<>(shared.messages);
        messages.addAll(own.messages);
        messages.sort(Message.ORDER);
        var lost = new ArrayList<>(shared.lost);
        lost.addAll(own.lost);
        ResumeOutcome worst = shared.resume.compareTo(own.resume) < 0 ? own.resume : shared.resume;
        return new ReadResult(shared.filter, messages, lost, worst, 0, 0, 0);
    }

    Filter filter() {
        return filter;
    }

    List<Message> messages() {
        return messages;
    }

    /// The topics of which messages may be missing before these, and nothing stands for them.
    public List<TopicDefinition> lost() {
        return lost;
    }

    /// What kind of read it was, by the topic that fared worst.
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

    /// How many events it makes: a gap is one of its own.
    public int events() {
        return messages.size() + (lost.isEmpty() ? 0 : 1);
    }

    /// When the oldest of its messages was appended, by the tape's clock; there must be one.
    public long appended() {
        Message first = messages.getFirst();
        return first.isWhole()
                ? messages.stream()
                        .min(Comparator.comparingLong(Message::offset))
                        .orElse(first)
                        .nanos()
                : first.nanos();
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
        int length = 0;
        for (int i = 0; i < messages.size(); i++) {
            length += length(i);
        }
        byte[] events = new byte[length];
        int end = 0;
        for (int i = 0; i < messages.size(); i++) {
            System.arraycopy(messages.get(i).bytes(), 0, events, end, length(i));
            end += length(i);
            // Without its id, an event still needs its empty line.
            events[end - 1] = '\n';
        }
        return events;
    }

    /// How long the event of a message is: without its id if a reader that is cut off there could not go on from
    /// it, because messages with lower offsets follow.
    private int length(int index) {
        Message message = messages.get(index);
        if (!message.isWhole()) {
            return message.bytes().length;
        }
        boolean last = index + 1 == messages.size();
        boolean resumable = last
                || (!messages.get(index + 1).isWhole()
                        && messages.get(index + 1).offset() > message.offset());
        return resumable ? message.bytes().length : message.bodyLength() + 1;
    }
}
