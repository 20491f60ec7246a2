package tickertape.commentary.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tickertape.commentary.author.EndReason;
import tickertape.commentary.writing.PieceQueue.Next;
import tickertape.testing.FakeTime;

/// An author writes ahead of its readers, but not too far.
class PieceQueueTest {

    private final FakeTime time = new FakeTime();
    private final PieceQueue queue = new PieceQueue(1000, time::nanoTime);

    private static Next piece(String text) {
        return new Next(text, Optional.empty());
    }

    private static Next last(String text, EndReason reason) {
        return new Next(text, Optional.of(reason));
    }

    @Test
    void piecesComeInOrderAndTheLastSaysWhyItIsThat() throws InterruptedException {
        queue.add("Up it goes.");
        queue.end(EndReason.COMPLETE);

        assertThat(queue.poll()).hasValue(piece("Up "));
        assertThat(queue.poll()).hasValue(piece("it "));
        assertThat(queue.poll()).hasValue(last("goes.", EndReason.COMPLETE));
    }

    @Test
    void whileTheAuthorThinksThereIsNothing() throws InterruptedException {
        assertThat(queue.poll()).isEmpty();
        queue.add("Up ");
        assertThat(queue.poll()).as("may go on").isEmpty();
        queue.add("it");
        assertThat(queue.poll()).hasValue(piece("Up "));
        queue.end(EndReason.INTERRUPTED);
        assertThat(queue.poll()).hasValue(last("it", EndReason.INTERRUPTED));
    }

    @Test
    void stoppedTextEndsWhereItIs() throws InterruptedException {
        queue.add("Up it goes.");
        queue.poll();

        queue.stop(EndReason.STOPPED);
        assertThatExceptionOfType(InterruptedException.class)
                .as("so that its author ends too")
                .isThrownBy(() -> queue.add(" On and on."));
        queue.end(EndReason.COMPLETE);

        assertThat(queue.poll()).hasValue(last("", EndReason.STOPPED));
    }

    @Test
    void textThatIsTooLongEndsThere() throws InterruptedException {
        String words = "a".repeat(30) + " ";
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> queue.add(words.repeat(40)));
        queue.end(EndReason.COMPLETE);

        var text = new StringBuilder();
        Next next = queue.poll().orElseThrow();
        while (next.end().isEmpty()) {
            text.append(next.text());
            next = queue.poll().orElseThrow();
        }
        text.append(next.text());
        assertThat(text.length()).isBetween(960, 1000);
        assertThat(next.end()).hasValue(EndReason.LIMIT);
    }

    @Test
    void authorWaitsWhenItIsFarAhead() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> author = threads.submit(() -> {
                queue.add("a ".repeat(300));
                return true;
            });
            await().during(Duration.ofMillis(100)).until(() -> !author.isDone());
            for (int i = 0; i < 150; i++) {
                await().pollInterval(Duration.ofMillis(1))
                        .until(() -> queue.poll().isPresent());
            }
            author.get();
        }
    }

    @Test
    void controlCharactersAndHalvesOfCharactersAreLeftOut() throws InterruptedException {
        queue.add("a\u0000b\r\nc\uD83D d");
        queue.end(EndReason.COMPLETE);

        assertThat(queue.poll()).hasValue(piece("ab\n"));
        assertThat(queue.poll()).hasValue(piece("c "));
        assertThat(queue.poll()).hasValue(last("d", EndReason.COMPLETE));
    }

    @Test
    void silenceIsSeen() throws InterruptedException {
        time.pass(Duration.ofSeconds(31));
        assertThat(queue.isSilent(Duration.ofSeconds(30).toNanos())).isTrue();
        queue.add("a b");
        time.pass(Duration.ofSeconds(31));
        assertThat(queue.isSilent(Duration.ofSeconds(30).toNanos()))
                .as("readers are slow")
                .isFalse();
        queue.poll();
        assertThat(queue.isSilent(Duration.ofSeconds(30).toNanos())).isTrue();
    }
}
