package tickertape.tape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tickertape.tape.gzip.Compression;

/// What one kind of reader wants: the messages after an offset that a filter lets pass.
///
/// @param from the offset before the first of them
/// @param conflated whether the reader wants changes merged where they may be
record ReadRequest(Filter filter, long from, boolean conflated) {

    /// The same, merged.
    ReadRequest merged() {
        return new ReadRequest(filter, from, true);
    }

    /// Reads to the end of these logs.
    ///
    /// @param compression of what is read
    ReadResult on(Function<TopicDefinition, TopicLog> logs, Compression compression) {
        List<Message> messages = new ArrayList<>();
        List<TopicDefinition> lost = new ArrayList<>();
        boolean merged = false;
        int mergeable = 0;
        int leftOut = 0;
        @Nullable Message oldest = null;
        for (TopicDefinition topic : filter.topics()) {
            TopicRead read = logs.apply(topic).read(filter, from, conflated);
            messages.addAll(read.messages());
            if (read.lost()) {
                lost.add(topic);
            }
            merged |= read.conflated();
            mergeable = Math.max(mergeable, read.oneByOne().size());
            leftOut += read.leftOut();
            oldest = older(oldest, read.oneByOne());
        }
        messages.sort(Message.ORDER);
        long since = oldest == null ? 0 : oldest.nanos();
        return new ReadResult(filter, messages, lost, outcome(lost, merged), mergeable, since, leftOut, compression);
    }

    // By the offsets: nanoseconds of a monotonic clock may overflow.
    private static @Nullable Message older(@Nullable Message oldest, List<Message> unread) {
        boolean first =
                !unread.isEmpty() && (oldest == null || unread.getFirst().offset() < oldest.offset());
        return first ? unread.getFirst() : oldest;
    }

    private static ResumeOutcome outcome(List<TopicDefinition> lost, boolean merged) {
        if (!lost.isEmpty()) {
            return ResumeOutcome.GAP;
        }
        return merged ? ResumeOutcome.CONFLATED : ResumeOutcome.RESUMED;
    }
}
