package it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tickertape.client.LiveStream;
import tickertape.client.Report.Gap;
import tickertape.client.Report.Origin;
import tickertape.client.WhenFull;
import tickertape.wire.Quote;
import tickertape.wire.Trade;

/// What a consumer gets whose callback blocks while the market goes on.
class SlowConsumerTest {

    private static final int MANY = 2000;

    private final EventRecorder heard = new EventRecorder();
    private final CountDownLatch gate = new CountDownLatch(1);

    @Test
    void conflatingBufferKeepsTheLatestOfEachSymbolAndReportsLostTrades() throws IOException {
        try (var server = new ScriptedStream(
                        connection -> {
                            connection.say(SseFrames.hello("snapshot"));
                            for (int seq = 1; seq <= 100; seq++) {
                                connection.say(SseFrames.quote("AAPL", seq) + SseFrames.trade(seq));
                            }
                            connection.say(SseFrames.quote("MSFT", 101));
                            connection.end();
                        },
                        ScriptedConnection::stay);
                LiveStream _ = slow(server, 8, WhenFull.CONFLATE)) {

            // The end comes within the stream: before it connects again, the client has read all that came before.
            Awaitility.await().until(() -> server.requests().size() > 1);
            gate.countDown();
            List<Object> all = until(Quote.class, quote -> quote.symbol().text().equals("MSFT"));

            assertThat(all).hasSizeLessThan(15);
            assertThat(quotes(all)).last().extracting(Quote::seq).isEqualTo(101L);
            assertThat(quotes(all))
                    .filteredOn(quote -> quote.symbol().text().equals("AAPL"))
                    .last()
                    .extracting(Quote::seq)
                    .isEqualTo(100L);
            assertThat(quotes(all)).extracting(Quote::seq).isSorted().doesNotHaveDuplicates();
            assertThat(all).filteredOn(Gap.class::isInstance).containsExactly(new Gap(List.of("trade"), Origin.BUFFER));
        }
    }

    @Test
    void bufferThatHoldsBackLosesNothing() throws IOException {
        try (var server = new ScriptedStream(connection -> {
                    connection.say(SseFrames.hello("one", "snapshot", "PT0.01S"));
                    for (int seq = 1; seq <= MANY; seq++) {
                        connection.say(SseFrames.quote("AAPL", seq) + SseFrames.trade(seq));
                    }
                    connection.stay();
                });
                LiveStream _ = slow(server, 2, WhenFull.HOLD_BACK)) {

            gate.countDown();
            List<Object> all = until(Trade.class, trade -> trade.price().intValue() == MANY);

            assertThat(quotes(all)).extracting(Quote::seq).containsExactlyElementsOf(upTo(MANY));
            assertThat(all).filteredOn(Trade.class::isInstance).hasSize(MANY);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void positionIsThatOfTheLastDelivery() throws IOException {
        try (var server = new ScriptedStream(connection -> {
                    connection.say(
                            SseFrames.hello("snapshot") + SseFrames.quote("AAPL", 1) + SseFrames.quote("AAPL", 2));
                    connection.stay();
                });
                LiveStream stream = slow(server, 8, WhenFull.CONFLATE)) {

            Awaitility.await().until(() -> stream.position().isEmpty());
            gate.countDown();
            until(Quote.class, quote -> quote.seq() == 2);

            assertThat(stream.position()).hasValue("one-2");
        }
        try (var server = new ScriptedStream(ScriptedConnection::stay);
                LiveStream _ = heard.tape(server.uri()).from("one-2").open()) {
            Awaitility.await().until(() -> server.requests().size() == 1);
            assertThat(server.requests().getFirst()).containsIgnoringCase("Last-Event-ID: one-2");
        }
    }

    // The callback of the first report blocks the delivery.
    private LiveStream slow(ScriptedStream server, int capacity, WhenFull policy) {
        var tape = heard.tape(server.uri()).buffer(capacity, policy);
        return tape.onReport(report -> {
                    hold();
                    heard.add(report);
                })
                .open();
    }

    private void hold() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> List<Object> until(Class<T> kind, Predicate<T> last) {
        var all = new ArrayList<>();
        while (true) {
            Object next = heard.next();
            all.add(next);
            if (kind.isInstance(next) && last.test(kind.cast(next))) {
                return all;
            }
        }
    }

    private static List<Quote> quotes(List<Object> all) {
        return all.stream()
                .filter(Quote.class::isInstance)
                .map(Quote.class::cast)
                .toList();
    }

    private static List<Long> upTo(int end) {
        return IntStream.rangeClosed(1, end).mapToObj(Long::valueOf).toList();
    }
}
