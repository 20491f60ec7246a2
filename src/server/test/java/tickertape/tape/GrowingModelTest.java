package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.testing.Tapes.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;

/// Whatever is written, and wherever a reader is cut off, what it has put together is a beginning of each text.
class GrowingModelTest {

    private static final int CUTS = 1000;
    private static final int READERS = 4;
    private static final Pattern ID = Pattern.compile("\nid: (.*)\n");

    /// How a reader puts texts together: it keeps `from` characters, and appends the piece.
    private static final class Model {
        final Map<String, String> texts = new HashMap<>();
        Optional<Position> last = Optional.empty();

        /// Takes events up to a cut, and forgets half an event, as a client does.
        void take(String bytes) {
            for (String event : bytes.split("(?<=\n\n)", -1)) {
                if (event.endsWith("\n\n")) {
                    Matcher piece = Texts.EVENT.matcher(event);
                    if (piece.find()) {
                        take(piece.group(1), Integer.parseInt(piece.group(2)), piece.group(3));
                    }
                    Matcher id = ID.matcher(event);
                    if (id.find()) {
                        last = Position.parse(id.group(1));
                    }
                }
            }
        }

        private void take(String key, int from, String text) {
            String before = texts.getOrDefault(key, "");
            assertThat(from).as("a hole in text %s", key).isLessThanOrEqualTo(before.length());
            texts.put(key, before.substring(0, from) + text);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8, 50, 10_000})
    void readerThatIsCutOffAnywhereHasNoHoleAndInTheEndEveryText(int backlog) {
        var random = new SplittableRandom(backlog);
        var time = new FakeTime();
        Tape tape = Tapes.tape(
                backlog,
                time,
                TopicDefinition.growing("story", "id", id -> true)
                        .retaining(1000)
                        .limitingTextsTo(10_000),
                Tapes.QUOTE,
                Tapes.TRADE);
        var written = new Written(tape, random);
        var model = new Model();
        for (int cut = 0; cut < CUTS; cut++) {
            Cursor cursor = cursor(tape, model.last);
            int reads = random.nextInt(1, 4);
            for (int read = 0; read < reads; read++) {
                written.some();
                time.pass(Duration.ofMillis(random.nextInt(1500)));
                String bytes = Tapes.events(cursor.next());
                boolean whole = read < reads - 1 || random.nextInt(3) == 0;
                model.take(whole ? bytes : bytes.substring(0, random.nextInt(bytes.length() + 1)));
            }
            assertThat(model.texts)
                    .allSatisfy(
                            (key, text) -> assertThat(written.texts.get(key)).startsWith(text));
        }
        model.take(Tapes.events(cursor(tape, model.last).next()));

        assertThat(model.texts).isEqualTo(written.texts);
    }

    @Test
    void nothingIsLostBetweenTheSnapshotAndWhatFollows() throws Exception {
        Tape tape = Tapes.tape(10_000, new FakeTime(), Texts.STORY.limitingTextsTo(100_000));
        var growing = tape.topics().iterator().next();
        int pieces = 2000;
        try (ExecutorService threads = Executors.newFixedThreadPool(READERS)) {
            List<Future<String>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(() -> {
                    var model = new Model();
                    var cursor = new Cursor(
                            tape,
                            new Filter(Set.of(growing), Map.of()),
                            Optional.empty(),
                            new ConflationPolicy(10, Duration.ofHours(1)));
                    while (model.last.map(Position::offset).orElse(0L) < pieces) {
                        model.take(Tapes.events(cursor.next()));
                        Thread.onSpinWait();
                    }
                    return model.texts.get("A");
                }));
            }
            var text = new StringBuilder();
            for (int i = 0; i < pieces; i++) {
                text.append(i).append(' ');
                tape.append(List.of(Texts.piece(growing, "A", i + " ", false)));
                Thread.onSpinWait();
            }

            for (Future<String> reader : readers) {
                assertThat(reader.get()).isEqualTo(text.toString());
            }
        }
    }

    /// All that was written, as it should be in the end.
    private static final class Written {
        final Map<String, String> texts = new HashMap<>();
        private final Tape tape;
        private final SplittableRandom random;
        private int text;
        private int value;

        Written(Tape tape, SplittableRandom random) {
            this.tape = tape;
            this.random = random;
        }

        void some() {
            var drafts = new ArrayList<Draft>();
            int count = random.nextInt(6);
            for (int i = 0; i < count; i++) {
                switch (random.nextInt(4)) {
                    case 0 -> drafts.addAll(batch("qA" + ++value));
                    case 1 -> drafts.addAll(batch("tB" + ++value));
                    default -> drafts.add(piece());
                }
            }
            tape.append(drafts);
        }

        // Of three texts at a time, each some pieces long.
        private Draft piece() {
            int slot = random.nextInt(3);
            String key = "T" + (text / 10 * 3 + slot);
            String more = Integer.toString(++value);
            text++;
            texts.merge(key, more, String::concat);
            TopicDefinition topic = tape.topics().stream()
                    .filter(candidate -> candidate.kind() == TopicDefinition.Kind.GROWING)
                    .findFirst()
                    .orElseThrow();
            return Texts.piece(topic, key, more, false);
        }
    }

    private static Cursor cursor(Tape tape, Optional<Position> last) {
        return new Cursor(
                tape, new Filter(tape.topics(), Map.of()), last, new ConflationPolicy(4, Duration.ofSeconds(1)));
    }
}
