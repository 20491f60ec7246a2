package tickertape.chat.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import tickertape.chat.text.MessageText;
import tickertape.web.ClientErrorStatus;
import tickertape.web.ProblemException;
import tickertape.web.Sha256;

/// How much somebody may write: so many messages in a time, and the same text not twice. By a monotonic clock, so that
/// setting the time of the machine changes nothing. Safe for any thread.
///
/// It remembers a limited number of people; one that is forgotten, because others wrote more recently, starts anew.
public final class SendLimits {

    private static final int REMEMBERED = 10_000;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration SAME = Duration.ofSeconds(30);

    private final int most;
    private final LongSupplier nanoTime;
    private final Map<String, Deque<Sent>> people = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Sent>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// Something that was sent.
    ///
    /// @param digest of the text as it is read; itself, it may be long
    private record Sent(long nanos, String room, String digest) {}

    /// @param most how many messages somebody may send in ten seconds
    public SendLimits(int most, LongSupplier nanoTime) {
        this.most = most;
        this.nanoTime = nanoTime;
    }

    /// How many seconds somebody has to wait; empty if it may write now.
    public OptionalLong secondsToWait(String account) {
        synchronized (people) {
            Deque<Sent> sent = people.get(account);
            return sent == null ? OptionalLong.empty() : wait(sent, nanoTime.getAsLong());
        }
    }

    private OptionalLong wait(Deque<Sent> sent, long now) {
        List<Sent> recent = sent.stream()
                .filter(each -> now - each.nanos() < WINDOW.toNanos())
                .toList();
        if (recent.size() < most) {
            return OptionalLong.empty();
        }
        long left = WINDOW.toNanos() - (now - recent.get(recent.size() - most).nanos());
        return OptionalLong.of(Math.ceilDiv(left, TimeUnit.SECONDS.toNanos(1)));
    }

    /// Notes that somebody writes; throws `ProblemException` 429 if that is too often, and 422 if it has just said so.
    void accept(String account, String room, String text) {
        String digest = digest(text);
        synchronized (people) {
            long now = nanoTime.getAsLong();
            Deque<Sent> sent = recent(account, now);
            if (sent.stream()
                    .anyMatch(each -> each.room().equals(room) && each.digest().equals(digest))) {
                throw new ProblemException(
                        ClientErrorStatus.UNPROCESSABLE_CONTENT, "you have just said that: say something else");
            }
            sent.add(new Sent(now, room, digest));
        }
    }

    /// Notes that somebody changes a message: as often as it may write, and not to be said again.
    void acceptChange(String account, String room, String text) {
        String digest = digest(text);
        synchronized (people) {
            long now = nanoTime.getAsLong();
            recent(account, now).add(new Sent(now, room, digest));
        }
    }

    private static String digest(String text) {
        return Sha256.base64Url(MessageText.folded(text));
    }

    /// What somebody has sent that still counts; throws `ProblemException` 429 if that is too much.
    private Deque<Sent> recent(String account, long now) {
        Deque<Sent> sent = people.computeIfAbsent(account, _ -> new ArrayDeque<>());
        sent.removeIf(each -> now - each.nanos() >= SAME.toNanos());
        wait(sent, now).ifPresent(seconds -> {
            throw tooMany(seconds);
        });
        return sent;
    }

    /// How many things are remembered of somebody.
    int remembered(String account) {
        synchronized (people) {
            return people.getOrDefault(account, new ArrayDeque<>()).size();
        }
    }

    /// A 429 with how long to wait.
    public ProblemException tooMany(long seconds) {
        return ProblemException.tooMany(
                "you may write %s messages in %s seconds: wait a little".formatted(most, WINDOW.toSeconds()), seconds);
    }

    /// What was noted last of somebody was not written.
    void undo(String account) {
        synchronized (people) {
            Deque<Sent> sent = people.get(account);
            if (sent != null) {
                var _ = sent.pollLast();
            }
        }
    }
}
