package it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import tickertape.client.Report.Connected;
import tickertape.client.Report.Offline;
import tickertape.client.Topic;
import tickertape.client.WhenFull;
import tickertape.client.connection.OfflineReason;

/// Texts that are appended to, piece by piece.
class GrowingTopicTest {

    private static final Topic<Comment> COMMENTS = Topic.growing("comment", Comment.class, Comment::id);
    private static final String HELLO = SseFrames.hello("snapshot");

    private final EventRecorder heard = new EventRecorder();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);

    /// A piece of a comment.
    public record Comment(String id, int from, String text, String author) {}

    @Test
    void eachPieceComesWithItsPlaceInTheText() throws IOException {
        try (var server = new ScriptedStream(connection -> {
                    connection.say(HELLO + piece(1, "a", 0, "The market "));
                    connection.say(piece(2, "b", 0, "Gold") + piece(3, "a", 11, "rises"));
                    connection.say(piece(4, "a", 0, "Correction"));
                    connection.stay();
                });
                var _ = heard.tape(server.uri()).on(COMMENTS, heard::add).open()) {

            heard.next(Connected.class);
            assertThat(heard.next(4))
                    .containsExactly(
                            comment("a", 0, "The market "),
                            comment("b", 0, "Gold"),
                            comment("a", 11, "rises"),
                            comment("a", 0, "Correction"));
        }
    }

    @Test
    void slowConsumerGetsTheMissingStretchOfEachTextInOneEvent() throws IOException {
        try (var server = new ScriptedStream(
                        connection -> {
                            connection.say(HELLO);
                            await().until(() -> held.getCount() == 0);
                            for (int i = 0; i < 100; i++) {
                                connection.say(piece(2 * i, "a", 2 * i, "a.") + piece(2 * i + 1, "b", 3 * i, "bb."));
                            }
                            connection.end();
                        },
                        ScriptedConnection::stay);
                var stream = heard.tape(server.uri())
                        .buffer(3, WhenFull.CONFLATE)
                        .on(COMMENTS, heard::add)
                        .onReport(this::hold)
                        .open()) {

            // The end comes within the stream: before it connects again, the client has read all that came before.
            await().until(() -> server.requests().size() > 1);
            gate.countDown();

            List<Comment> comments = commentsUntilTheEnd();
            assertThat(comments).hasSizeLessThanOrEqualTo(3);
            assertThat(text("a", comments)).isEqualTo("a.".repeat(100));
            assertThat(text("b", comments)).isEqualTo("bb.".repeat(100));
            assertThat(stream.position()).hasValue("one-199");
        }
    }

    @Test
    void missingPieceLeadsToANewConnectionWithTheWholeText() throws IOException {
        try (var server = new ScriptedStream(
                        connection -> {
                            connection.say(HELLO + piece(1, "a", 0, "The ") + piece(3, "a", 11, "rises"));
                            connection.stay();
                        },
                        connection -> {
                            connection.say(HELLO + piece(3, "a", 0, "The market rises"));
                            connection.stay();
                        });
                var stream = heard.tape(server.uri()).on(COMMENTS, heard::add).open()) {

            heard.next(Connected.class);
            assertThat(heard.next()).isEqualTo(comment("a", 0, "The "));
            Offline offline = heard.offline();
            assertThat(offline.reason()).isEqualTo(OfflineReason.PIECE_MISSING);
            assertThat(offline.detail()).contains("rises");
            assertThat(heard.connected().startsAnew()).isTrue();
            assertThat(heard.next()).isEqualTo(comment("a", 0, "The market rises"));
            await().until(() -> server.left() == 1);
            assertThat(server.requests().get(1)).doesNotContainIgnoringCase("Last-Event-ID");
            assertThat(stream.position()).hasValue("one-3");
        }
    }

    @Test
    void textGoesOnAfterAResumption() throws IOException {
        try (var server = new ScriptedStream(
                        connection -> {
                            connection.say(HELLO + piece(1, "a", 0, "The "));
                            connection.end();
                        },
                        connection -> {
                            connection.say(SseFrames.hello("resumed") + piece(2, "a", 4, "market"));
                            connection.stay();
                        });
                var _ = heard.tape(server.uri()).on(COMMENTS, heard::add).open()) {

            assertThat(heard.next(Comment.class)).isEqualTo(comment("a", 0, "The "));
            assertThat(heard.next(Comment.class)).isEqualTo(comment("a", 4, "market"));
            assertThat(server.requests().get(1)).containsIgnoringCase("Last-Event-ID: one-1");
        }
    }

    private List<Comment> commentsUntilTheEnd() {
        var comments = new ArrayList<Comment>();
        for (Object next = heard.next(); !(next instanceof Offline); next = heard.next()) {
            if (next instanceof Comment comment) {
                comments.add(comment);
            }
        }
        return comments;
    }

    // As a consumer puts it together.
    private static String text(String id, List<Comment> comments) {
        String text = "";
        for (Comment comment : comments) {
            text = comment.id().equals(id) ? text.substring(0, comment.from()) + comment.text() : text;
        }
        return text;
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

    private static String piece(int offset, String id, int from, String text) {
        return "id: one-%s\n".formatted(offset)
                + SseFrames.event(
                        "comment",
                        "{\"id\":\"%s\",\"from\":%s,\"text\":\"%s\",\"author\":\"Ann\"}".formatted(id, from, text));
    }

    private static Comment comment(String id, int from, String text) {
        return new Comment(id, from, text, "Ann");
    }
}
