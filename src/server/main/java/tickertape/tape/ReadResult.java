package tickertape.tape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tickertape.tape.gzip.Compression;

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
    private final Compression compression;

    /// The reads that it was made of; empty if it is one.
    private final List<ReadResult> parts;

    // Made when first wanted.
    private volatile @Nullable List<Frame> frames;

    /// @param filter what the messages passed
    /// @param messages in their order
    /// @param mergeable how many messages of one topic could be merged
    /// @param oldest when the oldest of those was appended; meaningless if there are none
    /// @param leftOut how many messages the backlog holds that are not here though they were wanted one by one
    /// @param compression for readers that want that
    ReadResult(
            Filter filter,
            List<Message> messages,
            List<TopicDefinition> lost,
            ResumeOutcome resume,
            int mergeable,
            long oldest,
            int leftOut,
            Compression compression) {
        this(filter, messages, lost, resume, mergeable, oldest, leftOut, compression, List.of());
    }

    private ReadResult(
            Filter filter,
            List<Message> messages,
            List<TopicDefinition> lost,
            ResumeOutcome resume,
            int mergeable,
            long oldest,
            int leftOut,
            Compression compression,
            List<ReadResult> parts) {
        this.filter = filter;
        this.messages = List.copyOf(messages);
        this.lost = List.copyOf(lost);
        this.resume = resume;
        this.mergeable = mergeable;
        this.oldest = oldest;
        this.leftOut = leftOut;
        this.compression = compression;
        this.parts = parts;
    }

    /// The latest of everything in these logs.
    static ReadResult snapshot(Filter filter, Function<TopicDefinition, TopicLog> logs, Compression compression) {
        List<Message> messages = filter.topics().stream()
                .flatMap(topic -> logs.apply(topic).snapshot(filter).stream())
                .sorted(Message.ORDER)
                .toList();
        return new ReadResult(filter, messages, List.of(), ResumeOutcome.SNAPSHOT, 0, 0, 0, compression);
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
        // Where the one follows on the other, the bytes of the first are those that others get.
        List<ReadResult> parts = own.follows(shared) ? List.of(shared, own) : List.of();
        return new ReadResult(shared.filter, messages, lost, worst, 0, 0, 0, Compression.NONE, parts);
    }

    /// The same, compressed by something else.
    ReadResult with(Compression other) {
        return new ReadResult(filter, messages, lost, resume, mergeable, oldest, leftOut, other, parts);
    }

    private boolean follows(ReadResult before) {
        return before.messages.isEmpty()
                || messages.isEmpty()
                || (!messages.getFirst().isWhole()
                        && messages.getFirst().offset()
                                > before.messages.getLast().offset());
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

    /// The messages as they stand, in their order: what others get too, and what is the reader's own.
    public List<Frame> frames() {
        List<Frame> made = frames;
        return made == null ? madeOnce() : made;
    }

    private synchronized List<Frame> madeOnce() {
        List<Frame> made = frames;
        if (made == null) {
            made = made();
            frames = made;
        }
        return made;
    }

    private List<Frame> made() {
        if (!parts.isEmpty()) {
            return parts.stream().flatMap(part -> part.frames().stream()).toList();
        }
        return messages.isEmpty() ? List.of() : List.of(new Frame(framed(), compression));
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
