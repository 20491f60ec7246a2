package it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import tickertape.client.LiveStream;
import tickertape.client.Report.Gap;
import tickertape.client.Report.Offline;
import tickertape.client.Report.Origin;
import tickertape.client.StreamMessage;
import tickertape.client.Tickertape;
import tickertape.client.Topic;
import tickertape.client.WhenFull;
import tickertape.wire.Quote;

/// Topics that a user of the client defines, of each kind.
class OwnTopicTest {

    private static final Topic<Note> NOTES = Topic.every("note", Note.class);
    private static final Topic<Presence> PRESENCE = Topic.latest("presence", Presence.class, Presence::person);

    private final EventRecorder heard = new EventRecorder();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);

    /// A message in a room.
    public record Note(String room, int number, String text) {}

    /// What a person did last.
    public record Presence(String person, int action) {}

    @Test
    void ownTopicIsOneLine() throws IOException {
        try (var server = new ScriptedStream(connection -> {
                    connection.say(SseFrames.hello("snapshot")
                            + note("floor", 1)
                            + SseFrames.quote("AAPL", 2)
                            + note("lobby", 3));
                    connection.stay();
                });
                var stream = heard.tape(server.uri())
                        .on(NOTES, heard::add)
                        .filter("room", "floor", "lobby")
                        .open()) {

            assertThat(heard.next(Note.class)).isEqualTo(new Note("floor", 1, "text 1"));
            assertThat(heard.next(Quote.class).seq()).isEqualTo(2);
            assertThat(heard.next(Note.class)).isEqualTo(new Note("lobby", 3, "text 3"));
            assertThat(stream.position()).hasValue("one-3");
            assertThat(server.requests())
                    .singleElement()
                    .asString()
                    .startsWith("GET /api/stream?topic=quote,trade,note&room=floor,lobby ");
        }
    }

    @Test
    void keysOfAFilterAreEncoded() throws IOException {
        try (var server = new ScriptedStream(ScriptedConnection::stay);
                var _ = Tickertape.at(server.uri())
                        .symbols("BRK/B")
                        .filter("room", "trading floor", "a&b=c", "{é}")
                        .on(NOTES, heard::add)
                        .open()) {
            await().until(() -> server.requests().size() == 1);

            assertThat(server.requests())
                    .singleElement()
                    .asString()
                    .startsWith("GET /api/stream?topic=note&symbol=BRK/B&room=trading%20floor,a%26b%3Dc,%7B%C3%A9%7D ");
        }
    }

    @Test
    void fullBufferKeepsTheLatestOfEachKeyOfAnOwnTopicAndReportsWhatItLosesOfAnother() throws IOException {
        List<Object> all =
                slowly(4, SseFrames.hello("snapshot"), number -> presence("Ann", number) + note("floor", number));

        assertThat(all).hasSizeLessThan(20).contains(presence(99)).doesNotContain(presence(98));
        assertThat(all).filteredOn(Gap.class::isInstance).containsExactly(new Gap(List.of("note"), Origin.BUFFER));
    }

    @Test
    void kindThatTheServerAnnouncesDecidesWhatAFullBufferDoes() throws IOException {
        String hello = SseFrames.hello("one", "snapshot", "PT15S", """
                {"name":"note","kind":"latest","key":"room","standard":false,"audience":"all"},\
                {"name":"presence","kind":"of the future","key":"person","standard":true,"audience":"owner"}""");

        List<Object> all = slowly(4, hello, number -> presence("Ann", number) + note("floor", number));

        assertThat(all).hasSizeLessThan(20).contains(new Note("floor", 99, "text 99"));
        assertThat(all).filteredOn(Gap.class::isInstance).containsExactly(new Gap(List.of("presence"), Origin.BUFFER));
    }

    @Test
    void messagesCarryOwnTopics() throws IOException {
        var subscriber = new ManualSubscriber<StreamMessage>();
        try (var server = new ScriptedStream(connection -> {
            connection.say(SseFrames.hello("snapshot") + note("floor", 1) + presence("Ann", 1));
            connection.stay();
        })) {
            Tickertape.at(server.uri()).messages(NOTES, PRESENCE).subscribe(subscriber);
            subscriber.subscription().request(3);
            await().until(() -> subscriber.items.size() == 3);
            var messages = List.copyOf(subscriber.items);
            subscriber.subscription().cancel();

            assertThat(messages.get(1).valueOf(NOTES)).hasValue(new Note("floor", 1, "text 1"));
            assertThat(messages.get(1).valueOf(PRESENCE)).isEmpty();
            assertThat(messages.get(2).valueOf(PRESENCE)).hasValue(presence(1));
        }
    }

    @Test
    void impossibleTopicsAndFiltersAreRejected() {
        assertThatThrownBy(() -> Topic.every("hello", Note.class)).hasMessageContaining("'hello'");
        assertThatThrownBy(() -> Topic.every("a note", Note.class)).hasMessageContaining("'a note'");
        assertThatThrownBy(() -> Topic.every("note", Frames.class)).hasMessageContaining("is not public");
        var tape = Tickertape.at("http://localhost/");
        assertThatThrownBy(() -> tape.filter("topic", "note")).hasMessageContaining("'topic'");
        assertThatThrownBy(() -> tape.filter("room", "a,b")).hasMessageContaining("'a,b'");
        assertThatThrownBy(() -> tape.filter("room")).hasMessageContaining("'room'");
        assertThatThrownBy(() -> tape.messages(NOTES, Topic.latest("note", Presence.class)))
                .hasMessageContaining("two types");
    }

    /// What a consumer gets that blocks until 99 rounds of these frames have been read.
    private List<Object> slowly(int capacity, String hello, Frames frames) throws IOException {
        try (var server = new ScriptedStream(
                        connection -> {
                            connection.say(hello);
                            await().until(() -> held.getCount() == 0);
                            for (int number = 1; number < 100; number++) {
                                connection.say(frames.of(number));
                            }
                            connection.end();
                        },
                        ScriptedConnection::stay);
                LiveStream _ = heard.tape(server.uri())
                        .buffer(capacity, WhenFull.CONFLATE)
                        .on(PRESENCE, heard::add)
                        .on(NOTES, heard::add)
                        .onReport(this::hold)
                        .open()) {
            // The end comes within the stream: before it connects again, the client has read all that came before.
            await().until(() -> server.requests().size() > 1);
            gate.countDown();
            var all = new ArrayList<>();
            do {
                all.add(heard.next());
            } while (!(all.get(all.size() - 1) instanceof Offline));
            return all;
        }
    }

    private void hold(Object report) {
        try {
            held.countDown();
            gate.await();
            heard.add(report);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The frames of one round.
    private interface Frames {
        String of(int number);
    }

    private static String note(String room, int number) {
        return "id: one-%s\n".formatted(number)
                + SseFrames.event(
                        "note", "{\"room\":\"%s\",\"number\":%s,\"text\":\"text %s\"}".formatted(room, number, number));
    }

    private static String presence(String person, int action) {
        return SseFrames.event("presence", "{\"person\":\"%s\",\"action\":%s}".formatted(person, action));
    }

    private static Presence presence(int action) {
        return new Presence("Ann", action);
    }
}
