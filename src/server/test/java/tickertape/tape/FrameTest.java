package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.testing.Tapes.ORDER;
import static tickertape.testing.Tapes.QUOTE;
import static tickertape.testing.Tapes.batch;
import static tickertape.testing.Tapes.events;
import static tickertape.testing.Tapes.order;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tickertape.tape.gzip.GzipWriter;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;

/// Which bytes readers share, and which are compressed.
class FrameTest {

    private static final String LONG = "1".repeat(5_000);

    private final Tape tape = Tapes.tape(100, new FakeTime(), QUOTE, ORDER);

    private Cursor reader(Optional<String> account, TopicDefinition... topics) {
        return new Cursor(
                tape,
                new Filter(Set.of(topics), Map.of()),
                Optional.empty(),
                new ConflationPolicy(5, Duration.ofSeconds(1)),
                account);
    }

    private Cursor ann() {
        return reader(Optional.of("ann"), QUOTE, ORDER);
    }

    private static int compressed(List<Frame> frames) throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = new GzipWriter(out);
        var plain = new ByteArrayOutputStream();
        for (Frame frame : frames) {
            var _ = writer.write(frame.block());
            plain.writeBytes(frame.plain());
        }
        var _ = writer.end();
        assertThat(new GZIPInputStream(new ByteArrayInputStream(out.toByteArray())).readAllBytes())
                .isEqualTo(plain.toByteArray());
        return out.size();
    }

    @Test
    void readersAtOnePlaceShareOneBlock() throws IOException {
        Cursor one = reader(Optional.empty(), QUOTE);
        Cursor other = ann();
        var _ = one.next();
        var _ = other.next();
        tape.append(batch("qA" + LONG));

        List<Frame> frames = one.next().frames();

        assertThat(frames).hasSize(1);
        assertThat(other.next().frames()).isEqualTo(frames);
        assertThat(frames.getFirst().block()).isSameAs(frames.getFirst().block());
        assertThat(compressed(frames)).isLessThan(200);
    }

    @Test
    void newReadersShareTheLatestOfEverything() throws IOException {
        tape.append(batch("qA" + LONG));

        List<Frame> frames = reader(Optional.empty(), QUOTE).next().frames();

        assertThat(reader(Optional.empty(), QUOTE).next().frames()).isEqualTo(frames);
        assertThat(compressed(frames)).isLessThan(200);
        tape.append(batch("qB2"));
        assertThat(events(reader(Optional.empty(), QUOTE).next())).contains("data: 2\n");
    }

    // Compressed, its length would tell what it has in common with what somebody else has written.
    @Test
    void whatIsPrivateIsNeverCompressed() throws IOException {
        Cursor ann = ann();
        var _ = ann.next();
        tape.append(List.of(order("ann", LONG)));

        assertThat(compressed(ann.next().frames())).isGreaterThan(LONG.length());
    }

    @Test
    void privateMessagesFollowWhatOthersGet() throws IOException {
        Cursor one = reader(Optional.empty(), QUOTE);
        Cursor ann = ann();
        var _ = one.next();
        var _ = ann.next();
        tape.append(batch("qA" + LONG));
        tape.append(List.of(order("ann", "7")));

        List<Frame> frames = ann.next().frames();

        assertThat(frames).hasSize(2).first().isSameAs(one.next().frames().getFirst());
        assertThat(new String(frames.getLast().plain(), StandardCharsets.UTF_8)).contains("data: 7\n");
        assertThat(compressed(frames)).isLessThan(300);
    }

    // Else the id of the private one would say that the quote before it had been read.
    @Test
    void privateMessagesInBetweenStayInOrder() throws IOException {
        Cursor ann = ann();
        var _ = ann.next();
        tape.append(batch("qA1"));
        tape.append(List.of(order("ann", "7")));
        tape.append(batch("qB" + LONG));

        List<Frame> frames = ann.next().frames();

        assertThat(frames).hasSize(1);
        assertThat(new String(frames.getFirst().plain(), StandardCharsets.UTF_8))
                .containsSubsequence("1", "7", LONG);
        assertThat(compressed(frames)).isGreaterThan(LONG.length());
    }

    @Test
    void whatEachWantsForItselfIsCompressedOnlyForAWhile() throws IOException {
        List<Cursor> late = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            late.add(reader(Optional.empty(), QUOTE));
            var _ = late.getLast().next();
            tape.append(batch("qA" + LONG));
        }
        tape.append(batch("qA1 qB" + LONG));
        List<Integer> lengths = new ArrayList<>();
        for (Cursor cursor : late) {
            lengths.add(compressed(cursor.next().frames()));
        }

        assertThat(lengths).anyMatch(length -> length < 1_000).anyMatch(length -> length > LONG.length());
    }
}
