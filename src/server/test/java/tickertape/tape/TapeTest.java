package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tickertape.testing.Tapes.EPOCH;
import static tickertape.testing.Tapes.QUOTE;
import static tickertape.testing.Tapes.TRADE;
import static tickertape.testing.Tapes.batch;
import static tickertape.testing.Tapes.both;
import static tickertape.testing.Tapes.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;

/// What is appended is there, once, in order, whatever the sizes and whoever reads meanwhile.
class TapeTest {

    @Test
    void ageIsThatOfTheOldestMessageBehindAPlace() {
        var time = new FakeTime();
        Tape tape = Tapes.tape(5, time);
        tape.append(Tapes.batch("qA1"));
        time.pass(Duration.ofSeconds(2));
        tape.append(Tapes.batch("tA2"));
        time.pass(Duration.ofSeconds(1));

        assertThat(tape.age(0)).isEqualTo(Duration.ofSeconds(3).toNanos());
        assertThat(tape.age(1)).isEqualTo(Duration.ofSeconds(1).toNanos());
        assertThat(tape.age(2)).isZero();
    }

    private final FakeTime time = new FakeTime();

    @Test
    void emptyTapeEndsAtZero() {
        assertThat(Tapes.tape(5, time).end()).isEqualTo(new Position(EPOCH, 0));
    }

    @Test
    void batchOfATopicThatIsNotOnTheTapeIsRefusedWhole() {
        Tape tape = Tapes.tape(5, time, QUOTE);

        assertThatThrownBy(() -> tape.append(batch("qA1 tA2"))).hasMessageContaining("trade");
        assertThat(tape.end().offset()).isZero();
    }

    @Test
    void draftIsOneLine() {
        assertThatThrownBy(() -> new Draft(TRADE, "A", "{\n}")).hasMessageContaining("one line");
    }

    @Test
    void readersOfRandomBatchesSeeWhatASimpleListHolds() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int backlog = 1 + random.nextInt(40);
            Tape tape = Tapes.tape(backlog, time);
            List<String> all = new ArrayList<>();
            while (all.size() < 200) {
                tape.append(batch(words(random, all)));
                long from = Math.max(0, all.size() - random.nextInt(backlog + 1));
                Position last = new Position(EPOCH, from);

                ReadResult read = new Cursor(
                                tape, both(), Optional.of(last), new ConflationPolicy(backlog, Duration.ofDays(1)))
                        .next();

                assertThat(read.resume()).isEqualTo(ResumeOutcome.RESUMED);
                assertThat(text(read)).isEqualTo(String.join(" ", all.subList((int) from, all.size())));
            }
        }
    }

    // Up to as many messages as the smallest backlog holds of each topic would make every round a gap: all are quotes
    // or trades by turns, so the last `backlog` messages of the tape are always held.
    private static String words(Random random, List<String> all) {
        List<String> words = new ArrayList<>();
        for (int n = 1 + random.nextInt(60); n > 0; n--) {
            boolean quote = random.nextBoolean();
            int value = random.nextInt(100);
            words.add((quote ? "q" : "t") + "ABC".charAt(random.nextInt(3)) + value);
            all.add("%s:%s=%s".formatted(all.size() + 1, quote ? "quote" : "trade", value));
        }
        return String.join(" ", words);
    }

    @Test
    @Timeout(60)
    void everyReaderSeesEveryMessageOnceInOrderWhileOthersAppend() throws Exception {
        Tape tape = Tapes.tape(1_000_000, time);
        int writers = 3;
        int batches = 2000;
        List<Cursor> cursors = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            cursors.add(new Cursor(
                    tape,
                    both(),
                    Optional.of(tape.end()),
                    new ConflationPolicy(Integer.MAX_VALUE, Duration.ofDays(1))));
        }
        try (var threads = Executors.newCachedThreadPool()) {
            for (int i = 0; i < writers; i++) {
                var _ = threads.submit(() -> {
                    for (int n = 0; n < batches; n++) {
                        tape.append(batch("qA1 tB2"));
                    }
                });
            }
            List<Future<Long>> sums = new ArrayList<>();
            for (Cursor cursor : cursors) {
                sums.add(threads.submit(() -> offsetsSeen(cursor, 2L * writers * batches)));
            }
            for (Future<Long> seen : sums) {
                assertThat(seen.get()).isEqualTo(2L * writers * batches);
            }
        }
    }

    private static long offsetsSeen(Cursor cursor, long end) {
        long expected = 0;
        while (cursor.position().offset() < end) {
            for (Message message : cursor.next().messages()) {
                expected++;
                assertThat(message.offset()).isEqualTo(expected * Position.PARTS);
            }
            Thread.onSpinWait();
        }
        return expected;
    }
}
