package tickertape.chat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What is written is there once, in one order, whatever happens to the server.
class ChatStoreTest extends ChatScenario {

    @Test
    void messageIsPublishedBeforeItIsAnswered() {
        SentMessage sent = node.send("ann", ROOM, "message-1", "hello");

        assertThat(sent.isNew()).isTrue();
        assertThat(sent.message().seq()).isEqualTo(1);
        assertThat(sent.message().author().name()).isEqualTo("name of ann");
        assertThat(node.published()).containsExactly(sent.message());
        assertThat(node.page(ROOM).messages()).containsExactly(sent.message());
    }

    @Test
    void sentAgainItIsTheSameMessage() {
        SentMessage first = node.send("ann", ROOM, "message-1", "hello");

        SentMessage again = node.send("ann", ROOM, "message-1", "hello");

        assertThat(again).isEqualTo(new SentMessage(first.message(), false));
        assertRefused(409, () -> node.send("ann", ROOM, "message-1", "something else"));
        assertRefused(409, () -> node.send("ann", "AAPL", "message-1", "hello"));
        assertThat(node.send("ben", ROOM, "message-1", "hello").isNew()).isTrue();
        assertThat(node.page(ROOM).last()).isEqualTo(2);
    }

    @Test
    void fiftySendsOfOneIdAreOneMessage() throws InterruptedException, ExecutionException {
        List<SentMessage> sent = atOnce(IntStream.range(0, 50)
                .<Callable<SentMessage>>mapToObj(_ -> () -> node.send("ann", ROOM, "message-1", "hello"))
                .toList());

        assertThat(sent).filteredOn(SentMessage::isNew).hasSize(1);
        assertThat(sent).extracting(each -> each.message().seq()).containsOnly(1L);
        assertThat(node.published()).hasSize(1);
    }

    @Test
    void roomsHaveNoHolesAndRevisionsRiseAlsoWithTwoServers() throws InterruptedException, ExecutionException {
        try (ChatNode other = ChatNode.on(database)) {
            var work = IntStream.range(0, 200)
                    .<Callable<SentMessage>>mapToObj(i -> () -> (i % 2 == 0 ? node : other)
                            .sendAgain("account-" + i / 4, i % 3 == 0 ? "AAPL" : ROOM, "message-" + i, "text " + i))
                    .toList();

            atOnce(work);

            for (String room : List.of(ROOM, "AAPL")) {
                List<ChatMessage> all = node.settle()
                        .history
                        .page(new HistoryQuery(room, 0, true, 200), false)
                        .messages();
                assertThat(all)
                        .extracting(ChatMessage::seq)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, all.size()).boxed().toList());
                assertThat(all).extracting(ChatMessage::revision).isSorted();
            }
            assertThat(node.published())
                    .hasSize(200)
                    .extracting(ChatMessage::revision)
                    .isSorted();
            assertThat(other.settle().published()).containsExactlyElementsOf(node.published());
        }
    }

    @Test
    void whatWasNotPublishedIsPublishedAfterTheRestart() {
        SentMessage before = node.send("ann", ROOM, "message-1", "hello");
        node.cut();
        assertThat(node.send("ann", ROOM, "message-2", "lost?").isNew()).isTrue();
        assertThat(node.published()).containsExactly(before.message());

        try (ChatNode next = ChatNode.on(database)) {
            assertThat(next.published()).extracting(ChatMessage::id).endsWith("message-2");
            assertThat(next.page(ROOM).messages())
                    .extracting(ChatMessage::id)
                    .containsExactly("message-1", "message-2");
            assertThat(next.send("ann", ROOM, "message-2", "lost?").isNew()).isFalse();
        }
    }

    @Test
    void whoGoesOnFromAPageGetsEachMessageOnce() throws InterruptedException, ExecutionException {
        var pages = new ConcurrentLinkedQueue<HistoryPage>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> reader = threads.submit(() -> {
                for (int i = 0; i < 100; i++) {
                    pages.add(node.history.page(HistoryQuery.newest(ROOM, 200), false));
                }
            });
            atOnce(IntStream.range(0, 100)
                    .<Callable<SentMessage>>mapToObj(i -> () -> node.send("account-" + i, ROOM, "message-" + i, "text"))
                    .toList());
            reader.get();
        }

        // Nothing but messages and marks for their owners is on the tape, so an offset counts messages.
        assertThat(pages)
                .isNotEmpty()
                .allSatisfy(page -> assertThat(page.messages())
                        .hasSize(Math.toIntExact(page.position().offset())));
    }

    @Test
    void fullDiskRefusesAtOnceWhateverIsToBeWritten() {
        node.send("ann", ROOM, "message-1", "hello");
        database.fill();
        database.look();

        // Who waits for room on the disk holds a request for longer.
        assertTimeout(Duration.ofSeconds(10), () -> {
            assertRefused(503, () -> node.send("ann", ROOM, "message-2", "anybody?"));
            assertRefused(503, () -> node.write(edit("ann", 1, "changed")));
            assertRefused(503, () -> node.write(new Deleting("ann", ROOM, 1, false)));
            assertRefused(503, () -> node.write(new Reading("ben", new ReadMark(ROOM, 1))));
        });

        assertThat(node.page(ROOM).messages()).extracting(ChatMessage::text).containsExactly("hello");
        database.free();
        database.look();
        assertThat(node.send("ann", ROOM, "message-2", "anybody?").isNew()).isTrue();
    }

    @Test
    void databaseThatIsAwayRefusesAtOnceAndNothingIsHalfWritten() {
        node.send("ann", ROOM, "message-1", "hello");
        database.goAway();

        assertRefused(503, () -> node.send("ann", ROOM, "message-2", "anybody?"));

        database.recover();
        assertThat(node.send("ann", ROOM, "message-2", "anybody?").message().seq())
                .isEqualTo(2);
    }
}
