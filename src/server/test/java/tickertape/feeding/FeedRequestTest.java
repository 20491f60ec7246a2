package tickertape.feeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.feeding.FeedAnswer.LineFault;
import tickertape.feeding.FeedRequest.EndedException;
import tickertape.feeding.FeedRequest.FeedContext;
import tickertape.feeding.line.LineParser;
import tickertape.feeding.line.LineReader;
import tickertape.market.feed.ReferenceData;

/// A request is read line by line, waits while the market has no room, and is answered when all is in the market.
class FeedRequestTest {

    private static final int ROOM = 10;

    @AutoClose
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final AtomicLong nanos = new AtomicLong();
    private final Sources sources = new Sources(3, nanos::get);
    private final LineQueue queue = new LineQueue(ROOM);
    private final FeedContext context =
            new FeedContext(sources, queue, new FeedingMetrics(sources, queue), InstantSource.system(), nanos::get);
    private final AtomicBoolean known = new AtomicBoolean(true);

    @Test
    void answerSaysWhatWasTakenAndWhichLinesWereNot() throws Exception {
        Future<FeedAnswer> answer = read("""
            {"symbol":"A","price":1,"size":1,"seq":1}

            nonsense
            {"symbol":"A","price":1,"size":1,"seq":1}
            {"symbol":"B","price":2,"size":1,"seq":2}\
            """);

        assertThat(drained(2)).hasSize(2);
        assertThat(answer.get())
                .isEqualTo(new FeedAnswer(
                        4, 2, 1, 1, List.of(new LineFault(3, "no JSON object at character 1: { is missing"))));
        assertThat(sources.infos()).singleElement().satisfies(info -> {
            assertThat(info.refused()).isEqualTo(1);
            assertThat(info.fault()).isEqualTo("line 3: no JSON object at character 1: { is missing");
        });
    }

    @Test
    void onlyTheFirstFaultsAreTold() throws Exception {
        FeedAnswer answer = read("x\n".repeat(FeedRequest.FAULTS + 50)).get();

        assertThat(answer.refused()).isEqualTo(FeedRequest.FAULTS + 50);
        assertThat(answer.faults()).hasSize(FeedRequest.FAULTS);
    }

    @Test
    void fullMarketIsReadNoFurtherAndNothingIsLost() throws Exception {
        var body = new StringBuilder();
        IntStream.range(0, 5 * ROOM).forEach(i -> body.append("{\"symbol\":\"A\",\"price\":1,\"size\":1}\n"));

        Future<FeedAnswer> answer = read(body.toString());

        await().until(() -> queue.depth() == ROOM);
        assertThat(answer).isNotDone();
        assertThat(drained(5 * ROOM)).hasSize(5 * ROOM);
        assertThat(answer.get().taken()).isEqualTo(5 * ROOM);
    }

    @Test
    void moreSymbolsThanAllowedAreRefused() throws Exception {
        Future<FeedAnswer> answer = read(IntStream.range(0, 4)
                .mapToObj("{\"symbol\":\"S%s\",\"price\":1,\"size\":1}\n"::formatted)
                .reduce("", String::concat));

        assertThat(drained(3)).hasSize(3);
        assertThat(answer.get().faults())
                .containsExactly(new LineFault(4, "there are 3 symbols already (feed.http.symbols)"));
    }

    @Test
    void lineOfAnotherSourceIsCountedThere() throws Exception {
        Future<FeedAnswer> answer = read("""
            {"symbol":"A","price":1,"size":1,"seq":1,"source":"B"}
            {"symbol":"A","price":1,"size":1,"seq":1}
            """);

        assertThat(drained(2)).extracting(line -> line.source().name()).containsExactly("B", "A");
        assertThat(answer.get().taken()).isEqualTo(2);
    }

    @Test
    void requestEndsWhenItsCallerMayNotGoOn() {
        known.set(false);
        Future<FeedAnswer> answer =
                threads.submit(() -> request("\n\n\n", Duration.ofSeconds(6)).read());

        assertThatThrownBy(answer::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(EndedException.class);
    }

    private Future<FeedAnswer> read(String body) {
        return threads.submit(() -> request(body, Duration.ZERO).read());
    }

    /// @param later how much time passes with each piece of the body
    private FeedRequest request(String body, Duration later) {
        var bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                nanos.addAndGet(later.toNanos());
                return super.read(target, offset, length);
            }
        };
        return new FeedRequest(
                new LineReader(bytes),
                new LineParser(false, ReferenceData.NONE),
                context,
                sources.source("A"),
                "",
                known::get);
    }

    private List<QueuedLine> drained(int count) {
        List<QueuedLine> lines = new ArrayList<>();
        await().until(() -> {
            queue.drainTo(lines, count);
            return lines.size() >= count;
        });
        lines.forEach(QueuedLine::confirm);
        return lines;
    }
}
