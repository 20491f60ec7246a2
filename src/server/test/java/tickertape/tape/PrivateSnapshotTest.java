package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.testing.Tapes.QUOTE;
import static tickertape.testing.Tapes.batch;
import static tickertape.testing.Tapes.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;

/// A server that begins with a snapshot knows no private messages of before, says so, and numbers the next ones as all
/// others do.
class PrivateSnapshotTest {

    private static final Filter ALL = new Filter(Set.of(QUOTE, Tapes.ORDER), Map.of());
    private static final int OWNERS = 3000;

    private final Tape old = tape();
    private final TapeReplica log = new TapeReplica(old, List.of());
    private final Tape fresh = tape();
    private final TapeReplica late = new TapeReplica(fresh, List.of());

    private static Tape tape() {
        return new Tape(Tapes.EPOCH, Set.of(QUOTE, Tapes.ORDER), 100, 10_000, new FakeTime()::nanoTime);
    }

    @BeforeEach
    void begin() {
        log.begin(Tapes.beginning(Tapes.EPOCH));
    }

    @Test
    void messagesBetweenTwoForAllHaveTheSameIdsEverywhere() {
        log.append(TapeReplica.batch(batch("qA1")));
        IntStream.range(0, OWNERS).forEach(owner -> log.append(order("owner " + owner % 2000, "1")));
        log.append(order("ann", "2"));

        late.begin(log.snapshot());
        for (String owner : owners()) {
            append(order(owner, "3"));
        }

        assertThat(owners()).allSatisfy(owner -> assertThat(end(fresh, owner)).isEqualTo(end(old, owner)));
        append(TapeReplica.batch(batch("qA4")));
        append(order("ann", "5"));
        assertThat(end(fresh, "ann")).isEqualTo(end(old, "ann")).isEqualTo(2L * Position.PARTS + 1);
    }

    @Test
    void readerWhoseMessagesAreNotThereGetsAGap() {
        log.append(TapeReplica.batch(batch("qA1")));
        log.append(order("ann", "2"));
        log.append(TapeReplica.batch(batch("qA3")));

        late.begin(log.snapshot());
        append(order("ann", "4"));
        append(TapeReplica.batch(batch("qA5")));

        ReadResult missed = Readers.resuming(fresh, ALL, new Position(Tapes.EPOCH, 1), "ann")
                .next();
        assertThat(missed.resume()).isEqualTo(ResumeOutcome.GAP);
        assertThat(missed.lost()).contains(Tapes.ORDER);
        ReadResult whole = Readers.resuming(fresh, ALL, new Position(Tapes.EPOCH, 2), "ann")
                .next();
        assertThat(whole.resume()).isEqualTo(ResumeOutcome.RESUMED);
        assertThat(text(whole)).isEqualTo("2.1:order=4 3:quote=5");
    }

    private static List<String> owners() {
        return IntStream.range(0, OWNERS)
                .mapToObj(owner -> owner == 0 ? "ann" : "owner " + owner)
                .toList();
    }

    private static long end(Tape tape, String owner) {
        return tape.reel().owned().of(owner).end();
    }

    private static byte[] order(String owner, String json) {
        return TapeReplica.batch(List.of(Tapes.order(owner, json)));
    }

    private void append(byte[] batch) {
        log.append(batch);
        late.append(batch);
    }
}
