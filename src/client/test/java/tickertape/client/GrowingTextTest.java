package tickertape.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tickertape.client.MessageBuffer.Outcome;
import tickertape.client.QueuedMessage.Piece;
import tickertape.client.StreamMessage.Published;
import tickertape.wire.Hello;

/// How the pieces of a growing text wait for a slow consumer, and how a missing one is noticed.
class GrowingTextTest {

    private static final Object CONNECTION = "connection";
    private static final Topic<String> COMMENT = Topic.growing("comment", String.class, text -> text);

    @Test
    void piecesOfATextAreJoinedOnlyWhenTheBufferIsFull() {
        var buffer = buffer(2);
        put(buffer, null, connected("snapshot"));
        put(buffer, "a-1", piece("c1", 0, "The "));
        put(buffer, "a-2", piece("c1", 4, "market "));
        put(buffer, "a-3", piece("c1", 11, "rises"));
        List<String> first = all(buffer);

        put(buffer, "a-4", piece("c1", 16, "."));
        put(buffer, "a-5", piece("c1", 17, " It"));
        put(buffer, "a-6", piece("c2", 0, "Gold"));
        put(buffer, "a-7", piece("c1", 20, " falls"));

        assertThat(first).containsExactly("report", "c1 0 'The market rises'");
        assertThat(all(buffer)).containsExactly("c1 16 '.'", "c1 17 ' It falls'", "c2 0 'Gold'");
    }

    @Test
    void wholeTextReplacesThePiecesThatWait() {
        var buffer = buffer(1);
        put(buffer, "a-1", piece("c1", 0, "The market"));
        put(buffer, "a-2", piece("c1", 10, " rises"));

        put(buffer, "a-3", piece("c1", 0, "Corrected"));
        put(buffer, "a-4", piece("c1", 7, "ion"));

        assertThat(all(buffer)).containsExactly("c1 0 'Correction'");
    }

    @Test
    void missingPieceIsNotedAndThePositionForgotten() {
        var buffer = buffer(5);
        put(buffer, null, connected("snapshot"));
        put(buffer, "a-1", piece("c1", 0, "The "));

        Outcome outcome = put(buffer, "a-3", piece("c1", 11, "rises"));

        assertThat(outcome).isEqualTo(Outcome.PIECE_MISSING);
        assertThat(buffer.taken()).isEmpty();
        assertThat(all(buffer)).containsExactly("report", "c1 0 'The '");
    }

    @Test
    void textThatBeginsInTheMiddleMissesAPieceUnlessAnEarlierRunHasIt() {
        var fresh = buffer(5);
        put(fresh, null, connected("snapshot"));
        var resumed = buffer(5);
        put(resumed, null, connected("resumed"));

        assertThat(put(fresh, "a-1", piece("c1", 4, "market"))).isEqualTo(Outcome.PIECE_MISSING);
        assertThat(put(resumed, "a-1", piece("c1", 4, "market"))).isEqualTo(Outcome.TAKEN);
        assertThat(put(resumed, "a-2", piece("c1", 11, "rises"))).isEqualTo(Outcome.PIECE_MISSING);
    }

    @Test
    void newBeginningForgetsAllTexts() {
        var buffer = buffer(5);
        put(buffer, null, connected("snapshot"));
        put(buffer, "a-1", piece("c1", 0, "The "));

        put(buffer, null, connected("snapshot"));

        assertThat(put(buffer, "b-1", piece("c1", 4, "market"))).isEqualTo(Outcome.PIECE_MISSING);
        assertThat(put(buffer, "b-1", piece("c1", 0, "A"))).isEqualTo(Outcome.TAKEN);
    }

    private static MessageBuffer buffer(int capacity) {
        var buffer = new MessageBuffer(capacity, WhenFull.CONFLATE, null);
        buffer.listenTo(CONNECTION);
        return buffer;
    }

    private static Outcome put(MessageBuffer buffer, @Nullable String id, QueuedMessage message) {
        return buffer.put(CONNECTION, id, Optional.of(message));
    }

    private static QueuedMessage piece(String id, int from, String text) {
        var piece = new Piece(from, text, Map.of(), false);
        return new QueuedMessage(new Published<>(COMMENT, id), new QueuedMessage.Key("comment", id), piece);
    }

    private static QueuedMessage connected(String resume) {
        var hello = new Hello("b", 0, Instant.EPOCH, Duration.ofSeconds(15), "1", resume, List.of(), null);
        return QueuedMessage.of(new Report.Connected(Report.Continuity.of(resume), hello));
    }

    private static List<String> all(MessageBuffer buffer) {
        var texts = new ArrayList<String>();
        for (var next = buffer.poll(message -> true); next.isPresent(); next = buffer.poll(message -> true)) {
            Piece piece = next.get().piece();
            if (piece != null && next.get().message() instanceof Published<?> published) {
                texts.add("%s %s '%s'".formatted(published.value(), piece.from(), piece.text()));
            } else {
                texts.add("report");
            }
        }
        return texts;
    }
}
