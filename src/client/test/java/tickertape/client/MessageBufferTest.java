package tickertape.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tickertape.client.MessageBuffer.Outcome;
import tickertape.client.Report.Offline;
import tickertape.client.StreamMessage.Published;
import tickertape.client.StreamMessage.Reported;
import tickertape.client.connection.OfflineReason;
import tickertape.wire.Hello;

/// What waits for a slow consumer.
class MessageBufferTest {

    private static final Object CONNECTION = "connection";
    private static final Topic<String> TRADE = Topic.every("trade", String.class);
    private static final Topic<String> CHAT = Topic.every("chat", String.class);
    private static final Topic<String> QUOTE = Topic.latest("quote", String.class);

    @Test
    void formerSenderChangesNothing() {
        var buffer = buffer(2);
        put(buffer, "a-1", null);

        buffer.listenTo("another connection");
        Outcome outcome = put(buffer, "a-2", trade("2"));

        assertThat(outcome).isEqualTo(Outcome.IGNORED);
        assertThat(buffer.taken()).hasValue("a-1");
        assertThat(all(buffer)).isEmpty();
    }

    @Test
    void positionDeliveredLagsBehindTheOneTaken() {
        var buffer = buffer(5);
        put(buffer, "a-1", trade("1"));
        put(buffer, "a-2", trade("2"));
        put(buffer, "a-9", null);
        var positions = new ArrayList<@Nullable String>();

        for (int i = 0; i < 3; i++) {
            positions.add(buffer.delivered().orElse(null));
            buffer.poll(message -> true);
        }

        assertThat(positions).containsExactly(null, "a-1", "a-9");
        assertThat(buffer.taken()).hasValue("a-9");
    }

    @Test
    void eachGapIsReportedOnceInItsPlace() {
        var buffer = buffer(2);
        for (int i = 1; i <= 9; i++) {
            put(buffer, "a-" + i, trade("" + i));
        }
        List<String> first = all(buffer);
        for (int i = 10; i <= 14; i++) {
            put(buffer, "a-" + i, trade("" + i));
        }

        assertThat(first).containsExactly("1", "2", "Gap[trade]");
        assertThat(all(buffer)).containsExactly("10", "11", "Gap[trade]");
    }

    @Test
    void gapNamesTheTopicThatLostEvents() {
        var buffer = buffer(2);
        put(buffer, "a-1", trade("1"));
        put(buffer, "a-2", chat("hello"));

        put(buffer, "a-3", chat("lost"));
        put(buffer, "a-4", trade("lost"));
        put(buffer, "a-5", chat("lost too"));

        assertThat(all(buffer)).containsExactly("1", "hello", "Gap[chat]", "Gap[trade]");
    }

    @Test
    void eventBehindAGapOfAnotherTopicIsNotHiddenByIt() {
        var buffer = buffer(2);
        put(buffer, "a-1", trade("1"));
        put(buffer, "a-2", trade("2"));
        put(buffer, "a-3", trade("lost"));
        buffer.poll(message -> true);
        buffer.poll(message -> true);

        put(buffer, "a-4", chat("hello"));
        put(buffer, "a-5", trade("lost"));
        put(buffer, "a-6", chat("lost"));

        assertThat(all(buffer)).containsExactly("Gap[trade]", "hello", "Gap[chat]");
    }

    @Test
    void reportsOfALongOutageTakeOnePlaceOfAFullBuffer() {
        var buffer = buffer(2);
        put(buffer, "a-1", trade("1"));

        for (int i = 1; i <= 100; i++) {
            buffer.post(new Offline(OfflineReason.UNREACHABLE, "attempt " + i, Duration.ZERO));
        }

        assertThat(all(buffer)).containsExactly("1", "attempt 100");
    }

    @Test
    void reportsWaitForRoomInAFullBuffer() throws InterruptedException {
        var buffer = buffer(1);
        put(buffer, "a-1", trade("1"));
        var report = QueuedMessage.of(new Report.Unreadable("quote", "{", "nonsense"));
        Thread waiting = new Thread(() -> put(buffer, "a-2", report));
        waiting.start();

        assertThat(buffer.poll(message -> true)).contains(trade("1"));
        waiting.join();

        assertThat(all(buffer)).containsExactly("Unreadable");
    }

    @Test
    void eventsBehindANewBeginningStayBehindIt() {
        var buffer = buffer(3);
        put(buffer, "a-1", quote("AAPL", "1"));
        put(buffer, "a-2", trade("2"));

        put(buffer, null, connected("snapshot"));
        put(buffer, "b-1", quote("AAPL", "3"));
        put(buffer, "b-2", quote("AAPL", "4"));

        assertThat(all(buffer)).containsExactly("1", "2", "Connected", "4");
    }

    @Test
    void eventsBehindAResumptionTakeTheOldPlaces() {
        var buffer = buffer(2);
        put(buffer, "a-1", quote("AAPL", "1"));

        put(buffer, null, connected("resumed"));
        put(buffer, "a-2", quote("AAPL", "2"));

        assertThat(all(buffer)).containsExactly("2", "Connected");
    }

    @Test
    void newerEventReplacesOnlyTheOneOfItsOwnTopicAndKey() {
        var buffer = buffer(3);
        put(buffer, "a-1", quote("AAPL", "AAPL 1"));
        put(buffer, "a-2", quote("MSFT", "MSFT 2"));
        put(buffer, "a-3", keyed(Topic.latest("candle", String.class), "AAPL", "candle 3"));

        put(buffer, "a-4", quote("MSFT", "MSFT 4"));
        put(buffer, "a-5", quote("GOOG", "GOOG 5"));

        assertThat(all(buffer)).containsExactly("AAPL 1", "MSFT 4", "candle 3", "GOOG 5");
    }

    private static MessageBuffer buffer(int capacity) {
        var buffer = new MessageBuffer(capacity, WhenFull.CONFLATE, null);
        buffer.listenTo(CONNECTION);
        return buffer;
    }

    private static Outcome put(MessageBuffer buffer, @Nullable String id, @Nullable QueuedMessage message) {
        return buffer.put(CONNECTION, id, Optional.ofNullable(message));
    }

    private static QueuedMessage trade(String text) {
        return new QueuedMessage(new Published<>(TRADE, text), null, null);
    }

    private static QueuedMessage chat(String text) {
        return new QueuedMessage(new Published<>(CHAT, text), null, null);
    }

    private static QueuedMessage quote(String symbol, String text) {
        return keyed(QUOTE, symbol, text);
    }

    private static QueuedMessage keyed(Topic<String> topic, String key, String text) {
        return new QueuedMessage(new Published<>(topic, text), new QueuedMessage.Key(topic.name(), key), null);
    }

    private static QueuedMessage connected(String resume) {
        var hello = new Hello("b", 0, Instant.EPOCH, Duration.ofSeconds(15), "1", resume, List.of(), null);
        return QueuedMessage.of(new Report.Connected(Report.Continuity.of(resume), hello));
    }

    private static List<String> all(MessageBuffer buffer) {
        var texts = new ArrayList<String>();
        for (var next = buffer.poll(message -> true); next.isPresent(); next = buffer.poll(message -> true)) {
            StreamMessage message = next.get().message();
            if (message instanceof Published<?> published) {
                texts.add(published.value().toString());
            } else if (message instanceof Reported reported) {
                texts.add(text(reported.report()));
            }
        }
        return texts;
    }

    private static String text(Report report) {
        if (report instanceof Offline offline) {
            return offline.detail();
        }
        String name = report.getClass().getSimpleName();
        return report instanceof Report.Gap gap ? name + gap.topics() : name;
    }
}
