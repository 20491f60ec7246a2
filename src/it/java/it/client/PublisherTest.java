package it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import tickertape.client.StreamMessage;
import tickertape.client.Tickertape;
import tickertape.client.Topic;
import tickertape.client.WhenFull;
import tickertape.wire.Quote;

/// Events by `Flow.Publisher`: as many as were requested, and a stream for each subscriber.
class PublisherTest {

    @Test
    void subscriberGetsWhatItRequestedAndNothingIsLost() throws IOException {
        var reports = new CopyOnWriteArrayList<>();
        var subscriber = new ManualSubscriber<Quote>();
        try (var server = new ScriptedStream(connection -> {
            connection.say(SseFrames.hello("snapshot"));
            for (int seq = 1; seq <= 50; seq++) {
                connection.say(SseFrames.quote("AAPL", seq));
            }
            connection.stay();
        })) {
            tape(server)
                    .buffer(4, WhenFull.HOLD_BACK)
                    .onReport(reports::add)
                    .quotes()
                    .subscribe(subscriber);

            await().until(() -> reports.size() == 1);
            assertThat(subscriber.items).as("before anything was requested").isEmpty();
            subscriber.subscription().request(3);
            await().until(() -> subscriber.items.size() >= 3);
            subscriber.subscription().request(2);
            subscriber.subscription().request(45);
            await().until(() -> subscriber.items.size() >= 50);

            assertThat(subscriber.items)
                    .extracting(Quote::seq)
                    .isSorted()
                    .hasSize(50)
                    .endsWith(50L);
            subscriber.subscription().cancel();
            await().until(() -> server.left() == 1);
            assertThat(subscriber.errors).isEmpty();
        }
    }

    @Test
    void requestOfZeroIsAnErrorAndEndsTheStream() throws IOException {
        var subscriber = new ManualSubscriber<Quote>();
        try (var server = new ScriptedStream(connection -> {
            connection.say(SseFrames.hello("snapshot"));
            connection.stay();
        })) {
            tape(server).quotes().subscribe(subscriber);
            await().until(() -> server.requests().size() == 1);
            subscriber.subscription().request(0);

            await().until(() -> subscriber.errors.size() == 1);
            assertThat(subscriber.errors).singleElement().isInstanceOf(IllegalArgumentException.class);
            await().until(() -> server.left() == 1);
        }
    }

    @Test
    void eachSubscriberHasAStreamOfItsOwnAndMessagesCarryReports() throws IOException {
        var one = new ManualSubscriber<StreamMessage>();
        var other = new ManualSubscriber<StreamMessage>();
        try (var server = new ScriptedStream(connection -> {
            connection.say(SseFrames.hello("snapshot") + SseFrames.quote("AAPL", 1) + SseFrames.trade(2));
            connection.stay();
        })) {
            Flow.Publisher<StreamMessage> messages = tape(server).messages(Topic.QUOTE, Topic.TRADE);
            for (var subscriber : List.of(one, other)) {
                messages.subscribe(subscriber);
                subscriber.subscription().request(Long.MAX_VALUE);
            }

            for (var subscriber : List.of(one, other)) {
                await().until(() -> subscriber.items.size() == 3);
                assertThat(subscriber.items)
                        .extracting(PublisherTest::kind)
                        .containsExactly("report", "quote", "trade");
                subscriber.subscription().cancel();
            }
            assertThat(server.requests())
                    .hasSize(2)
                    .allSatisfy(request ->
                            assertThat(request).startsWith("GET /api/stream?topic=quote,trade&symbol=AAPL,MSFT "));
        }
    }

    private static String kind(StreamMessage message) {
        return message instanceof StreamMessage.Published<?> published
                ? published.topic().name()
                : "report";
    }

    private static Tickertape tape(ScriptedStream server) {
        return Tickertape.at(server.uri()).symbols("AAPL", "MSFT");
    }
}
