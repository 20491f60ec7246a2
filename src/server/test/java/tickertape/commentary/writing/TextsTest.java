package tickertape.commentary.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.commentary.author.Assignment;
import tickertape.commentary.author.Author;
import tickertape.commentary.author.AuthorException;
import tickertape.commentary.author.EndReason;
import tickertape.commentary.author.Language;
import tickertape.commentary.author.Occasion;
import tickertape.commentary.author.Sheet;
import tickertape.commentary.facts.SampleFacts;
import tickertape.tape.Draft;
import tickertape.wire.MarketPhase;
import tickertape.wire.Symbol;

/// Texts come piece by piece, end with a reason, and are kept.
class TextsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<List<Draft>> batches = new CopyOnWriteArrayList<>();
    private final List<EndedText> kept = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger ends = new AtomicInteger();

    /// Writes what a test says.
    private interface Script {
        void write(Sheet sheet) throws InterruptedException, AuthorException;
    }

    private record Scripted(Script script) implements Author {

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public void write(Assignment assignment, Sheet sheet) throws InterruptedException, AuthorException {
            script.write(sheet);
        }
    }

    private Texts texts(Script script) {
        return TestTexts.start(new Scripted(script), batches::add, threads, kept::add);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static TextHead head(String id, Optional<String> owner) {
        return new TextHead(
                id,
                owner,
                Optional.of(new Symbol("SAA")),
                Language.EN,
                Occasion.QUESTION,
                Optional.of("?"),
                "scripted",
                SampleFacts.NOON);
    }

    private CommentaryText begin(Texts texts, String id) {
        return begin(texts, id, Optional.of("ann"));
    }

    private CommentaryText begin(Texts texts, String id, Optional<String> owner) {
        var facts = new SampleFacts(1, 1, MarketPhase.OPEN).market();
        var assignment = new Assignment(Occasion.QUESTION, Language.EN, facts, Optional.of("?"), Optional.of("ann"));
        return texts.begin(head(id, owner), assignment, ends::incrementAndGet);
    }

    private EndedText ended() {
        await().atMost(SOON).until(() -> !kept.isEmpty());
        return kept.getFirst();
    }

    @Test
    void textIsKeptWhenItIsWhole() {
        Texts texts = texts(sheet -> sheet.add("Up it goes. 上涨。"));

        CommentaryText begun = begin(texts, "a");

        assertThat(ended().text().text()).isEqualTo("Up it goes. 上涨。").startsWith(begun.text());
        assertThat(ended().text().reason()).isEqualTo("complete");
        assertThat(ended().owner()).hasValue("ann");
        assertThat(batches).hasSize(5);
        await().atMost(SOON).until(() -> ends.get() == 1);
        assertThat(texts.find("a")).hasValue(ended());
        assertThat(texts.running()).isEmpty();
    }

    @Test
    void authorThatFailsLeavesAReason() {
        begin(
                texts(sheet -> {
                    sheet.add("Up ");
                    throw new AuthorException(EndReason.BUSY, "no more");
                }),
                "a");
        assertThat(ended().text().reason()).isEqualTo("busy");
        assertThat(ended().text().text()).isEqualTo("Up ");

        kept.clear();
        begin(
                texts(_ -> {
                    throw new IllegalStateException("a fault");
                }),
                "b");
        assertThat(ended().text().reason()).isEqualTo("failed");
    }

    @Test
    void stoppedTextEndsSoonAndItsAuthorToo() {
        var interrupted = new AtomicInteger();
        Texts texts = texts(sheet -> {
            try {
                while (true) {
                    sheet.add("on and ");
                }
            } catch (InterruptedException stopped) {
                interrupted.incrementAndGet();
                throw stopped;
            }
        });
        begin(texts, "a");
        await().atMost(SOON).until(() -> batches.size() > 3);

        long before = System.nanoTime();
        texts.stop("a", EndReason.STOPPED);

        assertThat(ended().text().reason()).isEqualTo("stopped");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        await().atMost(SOON).until(() -> interrupted.get() == 1);
    }

    @Test
    void piecesOfAllTextsComeAsOneBatchForAllAndOneForOwners() {
        Texts texts = texts(sheet -> sheet.add("a b c d e f g h i j k l m n o p"));
        for (int i = 0; i < 10; i++) {
            begin(texts, "a" + i);
            begin(texts, "b" + i, Optional.empty());
        }
        await().atMost(SOON).until(() -> ends.get() == 20);

        assertThat(batches)
                .hasSizeLessThan(100)
                .allSatisfy(batch -> assertThat(batch)
                        .extracting(draft -> draft.owner().isPresent())
                        .containsOnly(batch.getFirst().owner().isPresent()));
        assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo(20 * 16);
    }

    @Test
    void whoIsForgottenLeavesNothing() {
        Texts texts = texts(sheet -> {
            while (true) {
                sheet.add("on and ");
            }
        });
        begin(texts, "a");

        texts.forget("ann");

        await().atMost(SOON).until(() -> ends.get() == 1);
        assertThat(kept).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endOfTheServerEndsTextsWithAReason(boolean interruptsFirst) {
        Texts texts = texts(sheet -> {
            while (true) {
                sheet.add("on and ");
            }
        });
        for (int i = 0; i < 5; i++) {
            begin(texts, "a" + i);
        }
        await().atMost(SOON).until(() -> batches.size() > 5);
        if (interruptsFirst) {
            threads.shutdownNow();
        }

        texts.close();

        assertThat(kept)
                .hasSize(5)
                .allMatch(text -> "shutdown".equals(text.text().reason()));
        assertThat(kept.stream().map(text -> text.text().ended())).doesNotHaveDuplicates();
        assertThat(begin(texts, "late").text()).isEmpty();
    }
}
