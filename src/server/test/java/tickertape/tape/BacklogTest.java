package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// The last messages are there, and an older version does not see what came later.
class BacklogTest {

    @Test
    void keepsTheLastMessagesAndKnowsWhatHasGone() {
        Backlog backlog = Backlog.ofLast(3).plus(messages(1, 5));

        assertThat(offsets(backlog, 0)).containsExactly(3L, 4L, 5L);
        assertThat(backlog.evicted()).isEqualTo(2);
    }

    @Test
    void olderVersionStaysAsItWas() {
        Backlog older = Backlog.ofLast(4).plus(messages(1, 3));

        Backlog newer = older.plus(messages(4, 6));

        assertThat(offsets(older, 0)).containsExactly(1L, 2L, 3L);
        assertThat(offsets(newer, 0)).containsExactly(3L, 4L, 5L, 6L);
        assertThat(older.evicted()).isZero();
    }

    @Test
    void findsTheFirstAfterAnOffsetThatIsNotItsOwn() {
        Backlog backlog = Backlog.ofLast(9).plus(List.of(message(10), message(20), message(30)));

        assertThat(offsets(backlog, 9)).containsExactly(10L, 20L, 30L);
        assertThat(offsets(backlog, 10)).containsExactly(20L, 30L);
        assertThat(offsets(backlog, 29)).containsExactly(30L);
        assertThat(offsets(backlog, 30)).isEmpty();
    }

    @Test
    void batchLongerThanTheLimitLeavesItsEnd() {
        Backlog backlog = Backlog.ofLast(2).plus(messages(1, 1)).plus(messages(2, 100));

        assertThat(offsets(backlog, 0)).containsExactly(99L, 100L);
        assertThat(backlog.evicted()).isEqualTo(98);
    }

    @Test
    void keepsMoreOnceItIsToldToAndNeverLessAgain() {
        Backlog backlog = Backlog.ofLast(2)
                .plus(messages(1, 3))
                .ofAtLeast(4)
                .plus(messages(4, 6))
                .ofAtLeast(1);

        assertThat(offsets(backlog, 0)).containsExactly(3L, 4L, 5L, 6L);
        assertThat(backlog.evicted()).isEqualTo(2);
    }

    @Test
    void backlogOfNothingIsRefused() {
        assertThatThrownBy(() -> Backlog.ofLast(0)).hasMessageContaining("0");
    }

    private static List<Long> offsets(Backlog backlog, long after) {
        return backlog.after(after).stream().map(Message::offset).toList();
    }

    private static List<Message> messages(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(BacklogTest::message)
                .toList();
    }

    private static Message message(long offset) {
        return new Message(offset, "A", "", new byte[0], new byte[0], 0, null);
    }
}
