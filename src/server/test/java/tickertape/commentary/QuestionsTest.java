package tickertape.commentary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tickertape.commentary.author.Assignment;
import tickertape.commentary.author.Author;
import tickertape.commentary.author.Sheet;
import tickertape.commentary.facts.DayMemory;
import tickertape.commentary.facts.SampleFacts;
import tickertape.commentary.writing.CommentaryText;
import tickertape.commentary.writing.TestTexts;
import tickertape.commentary.writing.Texts;
import tickertape.testing.FakeTime;
import tickertape.web.ProblemException;
import tickertape.web.RateLimiter;
import tickertape.wire.MarketPhase;
import tickertape.wire.Symbol;

/// Questions are understood or refused, and only so many are answered at once.
class QuestionsTest {

    private final FakeTime time = new FakeTime();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final SampleFacts sample = new SampleFacts(2, 30, MarketPhase.OPEN);
    private int count;

    private final Author author = new Author() {

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public void write(Assignment assignment, Sheet sheet) throws InterruptedException {
            gate.await();
        }
    };

    private AnswerDesk desk(int answers, int perCaller, int questions) {
        Texts texts = TestTexts.start(author, _ -> {}, threads, _ -> {});
        var days = new DayMemory(
                (_, _, _, _) -> Optional.of(List.of()), ZoneOffset.UTC, time, Runnable::run, time::nanoTime);
        return new AnswerDesk(
                sample.book(),
                days,
                texts,
                "slow",
                new AnswerDesk.Limits(answers, perCaller, 10),
                new RateLimiter(questions, time::nanoTime),
                () -> "id" + count++);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static NewQuestion question(String text) {
        return new NewQuestion(Optional.empty(), text, "en");
    }

    private static int status(ProblemException problem) {
        return problem.getResponse().getStatus();
    }

    @Test
    void questionsThatAreNoneAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> question(" ")).withMessage("the question is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> question("a\u0000b"))
                .withMessageContaining("control");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> question("a\uD83D"))
                .withMessageContaining("control");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewQuestion(Optional.empty(), "?", "fr"))
                .withMessage("the language is one of en, zh, not 'fr'");
    }

    @Test
    void charactersCountAsPeopleCountThem() {
        String ten = "👨‍👩‍👧".repeat(10);

        assertThat(desk(1, 1, 10).ask(question(ten), "ann").question()).isEqualTo(ten);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> desk(1, 1, 10).ask(question(ten + "?"), "ann"))
                .withMessage("the question has 11 characters; the limit is 10")
                .satisfies(problem -> assertThat(status(problem)).isEqualTo(400));
    }

    @Test
    void symbolOfTheQuestionCountsOrWhateverItNames() {
        AnswerDesk desk = desk(10, 10, 10);

        assertThat(desk.ask(new NewQuestion(Optional.of("SBA"), "how?", "en"), "ann")
                        .symbol())
                .isEqualTo(new Symbol("SBA"));
        assertThat(desk.ask(question("SCA怎么样"), "ann").symbol()).isEqualTo(new Symbol("SCA"));
        assertThat(desk.ask(question("USCAN?"), "ann").symbol()).isNull();
        assertThat(desk.ask(question("all?"), "ann").symbol()).isNull();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> desk.ask(new NewQuestion(Optional.of("NOPE"), "how?", "en"), "ann"))
                .withMessage("there is no instrument NOPE");
    }

    @Test
    void onlySoManyAreAnsweredAtOnce() {
        AnswerDesk desk = desk(3, 2, 10);
        CommentaryText begun = desk.ask(question("one"), "ann");
        desk.ask(question("two"), "ann");

        assertThat(begun.text()).isEmpty();
        assertThat(begun.ended()).isNull();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> desk.ask(question("three"), "ann"))
                .satisfies(problem -> assertThat(status(problem)).isEqualTo(429));
        desk.ask(question("three"), "bob");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> desk.ask(question("four"), "carl"))
                .satisfies(problem -> assertThat(status(problem)).isEqualTo(503));

        gate.countDown();

        await().untilAsserted(() -> desk.ask(question("three"), "ann"));
    }

    @Test
    void onlySoManyAreAskedInAMinute() {
        AnswerDesk desk = desk(10, 10, 2);
        desk.ask(question("one"), "ann");
        desk.ask(question("two"), "ann");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> desk.ask(question("three"), "ann"))
                .withMessage("too many questions")
                .satisfies(problem -> assertThat(status(problem)).isEqualTo(429));
        desk.ask(question("one"), "bob");
    }
}
