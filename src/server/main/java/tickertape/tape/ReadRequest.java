package tickertape.tape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stretch of the tape as one kind of reader wants it: what follows a place, and passes a filter.
///
/// @param from the offset before its first message
/// @param merged whether of what may be merged only the latest of each key is wanted
record ReadRequest(Filter filter, long from, boolean merged) {

    /// Reads it up to the end of a reel.
    ReadResult on(Reel reel) {
        List<Message> messages = new ArrayList<>();
        List<TopicDefinition> lost = new ArrayList<>();
        boolean whole = true;
        int mergeable = 0;
        int leftOut = 0;
        @Nullable Message oldest = null;
        for (TopicDefinition topic : filter.topics()) {
            TopicLog track = reel.track(topic);
            switch (topic.kind()) {
                case EVERY -> {
                    messages.addAll(track.unread(filter, from));
                    if (track.lost(from)) {
                        lost.add(topic);
                    }
                }
                case LATEST -> {
                    if (merged || track.lost(from)) {
                        List<Message> changed = track.changed(filter, from);
                        messages.addAll(changed);
                        whole = false;
                        leftOut += merged ? 0 : leftOut(track, changed.size());
                    } else {
                        List<Message> unread = track.unread(filter, from);
                        messages.addAll(unread);
                        mergeable = Math.max(mergeable, unread.size());
                        oldest = older(oldest, unread);
                    }
                }
            }
        }
        messages.sort(Comparator.comparingLong(Message::offset));
        long since = oldest == null ? 0 : oldest.nanos();
        return new ReadResult(filter, messages, lost, verdict(lost, whole), mergeable, since, leftOut);
    }

    // Of what has left the backlog nothing is known.
    private int leftOut(TopicLog track, int changed) {
        return Math.max(0, track.count(filter, from) - changed);
    }

    // By the offsets, for nanoseconds of a monotonic clock may overflow.
    private static @Nullable Message older(@Nullable Message oldest, List<Message> unread) {
        boolean first =
                !unread.isEmpty() && (oldest == null || unread.getFirst().offset() < oldest.offset());
        return first ? unread.getFirst() : oldest;
    }

    private static ResumeOutcome verdict(List<TopicDefinition> lost, boolean whole) {
        if (!lost.isEmpty()) {
            return ResumeOutcome.GAP;
        }
        return whole ? ResumeOutcome.RESUMED : ResumeOutcome.CONFLATED;
    }
}
