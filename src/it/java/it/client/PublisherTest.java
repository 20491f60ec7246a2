package it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tickertape.client.StreamMessage;
import tickertape.client.Tickertape;
import tickertape.client.Topic;
import tickertape.client.WhenFull;
import tickertape.wire.Quote;

/// Quotes by `Flow.Publisher`: as many as were asked for, and a stream for each subscriber.
class PublisherTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// Asks when the test says so.
    private static final class ManualSubscriber<T> implements Flow.Subscriber<T> {
        final List<T> items = new CopyOnWriteArrayList<>();
        final List<Throwable> errors = new CopyOnWriteArrayList<>();
        volatile Flow.@Nullable Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        Flow.Subscription subscription() {
            return Objects.requireNonNull(subscription);
        }

        @Override
        public void onNext(T item) {
            items.add(item);
        }

        @Override
        public void onError(Throwable fault) {
            errors.add(fault);
        }

        @Override
        public void onComplete() {
            errors.add(new AssertionError("a market has no end"));
        }
    }

    @Test
    void nothingMoreComesThanWasAskedForAndNothingIsLost() throws IOException {
        var reports = new CopyOnWriteArrayList<>();
        var asking = new ManualSubscriber<Quote>();
        try (var server = new ScriptedStream(visitor -> {
            visitor.say(SseFrames.hello("snapshot"));
            for (int seq = 1; seq <= 50; seq++) {
                visitor.say(SseFrames.quote("AAPL", seq));
            }
            visitor.stay();
        })) {
            tape(server)
                    .buffer(4, WhenFull.HOLD_BACK)
                    .onReport(reports::add)
                    .quotes()
                    .subscribe(asking);

            await().atMost(PATIENCE).until(() -> reports.size() == 1);
            assertThat(asking.items).as("before anything was asked for").isEmpty();
            asking.subscription().request(3);
            await().atMost(PATIENCE).until(() -> asking.items.size() >= 3);
            asking.subscription().request(2);
            asking.subscription().request(45);
            await().atMost(PATIENCE).until(() -> asking.items.size() >= 50);

            assertThat(asking.items)
                    .extracting(Quote::seq)
                    .isSorted()
                    .hasSize(50)
                    .endsWith(50L);
            asking.subscription().cancel();
            await().atMost(PATIENCE).until(() -> server.left() == 1);
            assertThat(asking.errors).isEmpty();
        }
    }

    @Test
    void requestForNothingIsAnErrorAndEndsTheStream() throws IOException {
        var asking = new ManualSubscriber<Quote>();
        try (var server = new ScriptedStream(visitor -> {
            visitor.say(SseFrames.hello("snapshot"));
            visitor.stay();
        })) {
            tape(server).quotes().subscribe(asking);
            await().atMost(PATIENCE).until(() -> server.requests().size() == 1);
            asking.subscription().request(0);

            await().atMost(PATIENCE).until(() -> asking.errors.size() == 1);
            assertThat(asking.errors).singleElement().isInstanceOf(IllegalArgumentException.class);
            await().atMost(PATIENCE).until(() -> server.left() == 1);
        }
    }

    @Test
    void eachSubscriberHasAStreamOfItsOwnAndMessagesCarryReports() throws IOException {
        var one = new ManualSubscriber<StreamMessage>();
        var other = new ManualSubscriber<StreamMessage>();
        try (var server = new ScriptedStream(visitor -> {
            visitor.say(SseFrames.hello("snapshot") + SseFrames.quote("AAPL", 1) + SseFrames.trade(2));
            visitor.stay();
        })) {
            Flow.Publisher<StreamMessage> messages = tape(server).messages(Topic.QUOTE, Topic.TRADE);
            for (var asking : List.of(one, other)) {
                messages.subscribe(asking);
                asking.subscription().request(Long.MAX_VALUE);
            }

            for (var asking : List.of(one, other)) {
                await().atMost(PATIENCE).until(() -> asking.items.size() == 3);
                assertThat(asking.items)
                        .extracting(item -> item.getClass().getSimpleName())
                        .containsExactly("Reported", "Quoted", "Traded");
                asking.subscription().cancel();
            }
            assertThat(server.requests())
                    .hasSize(2)
                    .allSatisfy(request ->
                            assertThat(request).startsWith("GET /api/stream?topic=quote,trade&symbol=AAPL,MSFT "));
        }
    }

    private static Tickertape tape(ScriptedStream server) {
        return Tickertape.at(server.uri()).symbols("AAPL", "MSFT");
    }
}
