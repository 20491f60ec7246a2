package tickertape.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tickertape.tape.Draft;
import tickertape.tape.Filter;
import tickertape.tape.ReadResult;
import tickertape.tape.Tape;
import tickertape.tape.TapeReplica;
import tickertape.tape.TopicDefinition;
import tickertape.tape.delivery.DeliveryPolicy;
import tickertape.tape.metrics.StreamCounters;
import tickertape.tape.stream.StreamHub;

/// Tapes for tests, and what a read of them gives as text.
public final class Tapes {

    private static final Predicate<String> SYMBOLS = Set.of("A", "B", "C")::contains;

    public static final TopicDefinition QUOTE =
            TopicDefinition.latest("quote").keyedBy("symbol", SYMBOLS).asStandard();
    public static final TopicDefinition TRADE = TopicDefinition.every("trade").keyedBy("symbol", SYMBOLS);
    public static final TopicDefinition ORDER = TopicDefinition.every("order").asPrivate();
    public static final String EPOCH = "e0";

    private static final int PRIVATE_BACKLOG = 10_000;

    private Tapes() {}

    public static Tape tape(int backlog, FakeTime time) {
        return tape(backlog, time, QUOTE, TRADE);
    }

    public static Tape tape(int backlog, FakeTime time, TopicDefinition... topics) {
        return new Tape(EPOCH, Set.of(topics), backlog, PRIVATE_BACKLOG, time::nanoTime);
    }

    /// A hub that publishes on a tape, for tests without streams.
    public static StreamHub hub(Tape tape, FakeTime time) {
        var policy = new DeliveryPolicy(
                "1",
                List.of(),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                time,
                time::nanoTime,
                new SplittableRandom());
        return new StreamHub(tape, policy, new StreamCounters(), Runnable::run);
    }

    /// What a tape begins with that nothing was before.
    public static byte[] beginning(String epoch) {
        var empty = new Tape(epoch, Set.of(), 1, 1, () -> 0);
        return new TapeReplica(empty, List.of()).continuation(epoch);
    }

    /// A batch in shorthand: `qA1` is a quote of A with the value 1, `tB2` a trade of B.
    public static List<Draft> batch(String shorthand) {
        return Stream.of(shorthand.split(" ")).map(Tapes::draft).toList();
    }

    /// A message that only its owner may read.
    public static Draft order(String owner, String json) {
        return new Draft(ORDER, "", json).ownedBy(owner);
    }

    private static Draft draft(String word) {
        TopicDefinition topic = word.charAt(0) == 'q' ? QUOTE : TRADE;
        return new Draft(topic, word.substring(1, 2), word.substring(2));
    }

    public static Filter both() {
        return new Filter(Set.of(QUOTE, TRADE), Map.of());
    }

    public static Filter only(TopicDefinition topic, String... keys) {
        return new Filter(Set.of(topic), keys.length == 0 ? Map.of() : Map.of("symbol", Set.of(keys)));
    }

    /// What was read, as it goes over the wire.
    public static String events(ReadResult read) {
        return read.frames().stream()
                .map(frame -> new String(frame.plain(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    /// What was read, as `offset:topic=value` separated by spaces; without an offset where an event has no id.
    public static String text(ReadResult read) {
        return events(read)
                .replaceAll("event: (\\w+)\ndata: (.*)\n(?:id: " + EPOCH + "-([\\d.]+)\n)?\n", "$3:$1=$2 ")
                .strip();
    }
}
