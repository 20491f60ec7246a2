package tickertape.chat.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tickertape.tape.DelayedMessage;
import tickertape.tape.DelayedMessageListener;
import tickertape.tape.Position;

/// How far the chat lies on the delayed tape, for who sees prices late. One thread tells it, any thread asks.
///
/// What was written before this server began never comes on its tape: the clock at the start, and a monotonic one since
/// then, say which of that is old enough.
public final class LateMarks implements DelayedMessageListener {

    private static final Pattern REVISION = Pattern.compile("\"revision\":([0-9]{1,18})[,}]");

    private final String topic;
    private final Duration delay;
    private final Instant begin;
    private final long begun;
    private final LongSupplier nanoTime;
    private volatile Mark mark;

    /// @param topic the name of the one that messages are on
    /// @param first where the tape begins
    public LateMarks(String topic, Position first, Duration delay, InstantSource clock, LongSupplier nanoTime) {
        this.topic = topic;
        this.delay = delay;
        this.mark = new Mark(0, first);
        this.begin = clock.instant();
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    @Override
    public void onMessages(List<DelayedMessage> messages, Position end) {
        long revision = mark.revision();
        for (DelayedMessage message : messages) {
            if (message.topic().name().equals(topic)) {
                revision = Math.max(revision, revision(message.json()));
            }
        }
        mark = new Mark(revision, end);
    }

    // Texts have their quotes escaped, so only the property looks like this.
    private static long revision(String json) {
        return REVISION.matcher(json)
                .results()
                .map(MatchResult::group)
                .map(found -> found.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    }

    Mark mark() {
        return mark;
    }

    /// Which messages are old enough.
    ///
    /// @param before the last revision of the time before this server
    Bound bound(Mark at, long before) {
        Duration since = Duration.ofNanos(nanoTime.getAsLong() - begun);
        return new Bound(at.revision(), before, begin.plus(since).minus(delay));
    }
}
