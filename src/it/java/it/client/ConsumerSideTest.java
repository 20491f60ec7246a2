package it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import tickertape.client.LiveStream;
import tickertape.client.Report.Unreadable;
import tickertape.client.Tickertape;
import tickertape.wire.Quote;

/// What newer servers may send, what callbacks may do, and how a stream closes.
class ConsumerSideTest {

    private static final String HELLO = SseFrames.hello("snapshot");

    private final EventRecorder heard = new EventRecorder();

    @Test
    void unknownEventsAndPropertiesAreIgnoredAndTheirPositionsAreKept() throws IOException {
        String more = SseFrames.quote("AAPL", 7).replace("\"seq\":", "\"mood\":{\"of\":[1,null]},\"seq\":");
        try (var server = new ScriptedStream(connection -> {
                    connection.say(HELLO + more + "id: one-8\n" + SseFrames.event("alert", "not even JSON"));
                    connection.say(
                            SseFrames.event("weather", "{}") + "id: one-9\n" + SseFrames.event("heartbeat", "{}"));
                    connection.stay();
                });
                var stream = heard.tape(server.uri()).open()) {

            assertThat(heard.connected().hello().version()).isEqualTo("1");
            assertThat(heard.next(Quote.class).seq()).isEqualTo(7);
            await().until(() -> stream.position().orElse("").equals("one-9"));
            assertThat(heard.isEmpty()).isTrue();
        }
    }

    @Test
    void unreadableEventIsReportedAndTheNextOneComes() throws IOException {
        String broken = SseFrames.quote("AAPL", 7).replace("\"trading\"", "\"dancing\"");
        try (var server = new ScriptedStream(connection -> {
                    connection.say(HELLO + broken + SseFrames.event("quote", "{") + SseFrames.quote("AAPL", 8));
                    connection.stay();
                });
                var _ = heard.tape(server.uri()).open()) {

            assertThat(heard.next(Unreadable.class).data()).contains("dancing");
            assertThat(heard.next(Unreadable.class).data()).isEqualTo("{");
            assertThat(heard.next(Quote.class).seq()).isEqualTo(8);
        }
    }

    @Test
    void quotesAreExact() throws IOException {
        try (var server = new ScriptedStream(connection -> {
                    connection.say(HELLO + SseFrames.quote("BRK.B", 7));
                    connection.stay();
                });
                var _ = heard.tape(server.uri()).open()) {

            Quote quote = heard.next(Quote.class);
            assertThat(quote.symbol()).hasToString("BRK.B");
            assertThat(quote.last()).hasToString("7.10");
            assertThat(quote.lastSize()).hasToString("0.5");
            assertThat(quote.time()).hasToString("2026-11-23T10:00:00.000001Z");
            assertThat(quote.sourceTime()).isNull();
        }
    }

    @Test
    void exceptionOfACallbackEndsNothing() throws IOException {
        var seen = new LinkedBlockingQueue<Long>();
        try (var server = new ScriptedStream(connection -> {
                    connection.say(HELLO + SseFrames.quote("AAPL", 7) + SseFrames.quote("AAPL", 8));
                    connection.stay();
                });
                var _ = Tickertape.at(server.uri())
                        .onQuote(quote -> {
                            seen.add(quote.seq());
                            throw new IllegalStateException("on purpose");
                        })
                        .open()) {

            await().untilAsserted(() -> assertThat(seen).containsExactly(7L, 8L));
        }
    }

    @Test
    void closeEndsTheConnectionItsThreadsAndTheCallbacks() throws IOException {
        try (var server = new ScriptedStream(connection -> {
            connection.say(HELLO + SseFrames.quote("AAPL", 7));
            connection.stay();
        })) {
            var stream = heard.tape(server.uri()).open();
            heard.next(Quote.class);

            stream.close();
            stream.close();

            await().until(() -> server.left() == 1);
            await().until(ConsumerSideTest::noThreadIsLeft);
            assertThat(heard.isEmpty()).isTrue();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void closeWithoutAConnectionLeavesNoThread() throws IOException {
        try (var server =
                new ScriptedStream(connection -> connection.answer("HTTP/1.1 503 Busy\nRetry-After: 600", ""))) {
            var stream = heard.tape(server.uri()).open();
            heard.offline();

            stream.close();

            await().until(ConsumerSideTest::noThreadIsLeft);
        }
    }

    @Test
    void closeInACallbackMakesItTheLastOne() throws IOException {
        var seen = new LinkedBlockingQueue<Long>();
        var stream = new CompletableFuture<LiveStream>();
        try (var server = new ScriptedStream(connection -> {
            connection.say(HELLO + SseFrames.quote("AAPL", 7) + SseFrames.quote("AAPL", 8));
            connection.stay();
        })) {
            stream.complete(Tickertape.at(server.uri())
                    .onQuote(quote -> {
                        stream.join().close();
                        seen.add(quote.seq());
                    })
                    .open());

            await().until(() -> server.left() == 1);
            await().until(ConsumerSideTest::noThreadIsLeft);
            assertThat(seen).containsExactly(7L);
        }
    }

    private static boolean noThreadIsLeft() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("tickertape-"));
    }
}
