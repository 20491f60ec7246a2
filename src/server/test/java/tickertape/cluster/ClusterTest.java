package tickertape.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.testing.Tapes.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.testing.LogRecords;

/// Several servers make the same tape of one log, and one of them writes it.
class ClusterTest {

    private final LogRecords reading = new LogRecords(LogApplier.class);
    private final LogRecords writing = new LogRecords(LogWriter.class);
    private final ClusterRun run = new ClusterRun();
    private final ClusterRun.Node one = run.node();
    private final ClusterRun.Node two = run.node();
    private final List<String> appended = new ArrayList<>();

    @BeforeEach
    void listen() {
        reading.listen();
        writing.listen();
    }

    @AfterEach
    void close() {
        reading.close();
        writing.close();
    }

    @Test
    void firstServerBeginsAnEpochAndAllHaveIt() throws InterruptedException {
        one.lead();
        two.read();

        assertThat(one.election.leads()).isTrue();
        assertThat(two.election.leads()).isFalse();
        assertThat(two.election.inTouch()).isTrue();
        assertThat(one.tape.epoch()).isEqualTo("epoch1").isEqualTo(two.tape.epoch());
        assertThat(reading.lines()).contains("This server leads: it moves the market", "The server node-1 leads");
    }

    @Test
    void batchLiesOnAllTapesAtTheSamePlaceAndItsWriterIsTold() throws InterruptedException {
        one.lead();
        append(one, "qA1 tA2");
        assertThat(one.tape.end().offset()).isZero();

        one.write();
        assertThat(one.tape.end().offset()).isZero();
        one.read();
        two.read();

        assertThat(appended).containsExactly("epoch1-2");
        assertThat(two.events()).isEqualTo(one.events()).contains("data: 2\nid: epoch1-2\n");
    }

    @Test
    void nextServerGoesOnBehindTheOneBefore() throws InterruptedException {
        one.lead();
        append(one, "qA1");
        one.write();

        two.lead();
        append(two, "qA2 tA3");
        two.write();
        two.read();
        one.read();

        assertThat(two.election.leads()).isTrue();
        assertThat(one.election.leads()).isFalse();
        assertThat(appended).containsExactly("epoch1-3");
        assertThat(one.events()).isEqualTo(two.events()).contains("data: 1\nid: epoch1-1\n", "data: 3\nid: epoch1-3\n");
    }

    @Test
    void serverThatWasStoppedWritesNothingWhenItWakes() throws InterruptedException {
        one.lead();
        append(one, "qA1");
        one.write();
        append(one, "qA2");
        two.lead();
        int before = run.size();

        // It finds out by the clock, before it reads anything.
        append(one, "qA3");
        one.write();

        assertThat(run.size()).isEqualTo(before);
        one.read();
        assertThat(one.election.leads()).isFalse();
        assertThat(one.outbox.dropped()).isEqualTo(2);
        assertThat(appended).isEmpty();
        assertThat(one.events()).isEqualTo(two.events()).contains("data: 1\n").doesNotContain("data: 2\n", "data: 3\n");
    }

    @Test
    void serverWhoseLeaseTheClockDidNotEndIsFencedByTheBroker() throws InterruptedException {
        one.lead();
        two.hearSilence();
        // The first one's clock has not moved: a transaction of it is confirmed just now.
        one.election.claim(1);
        one.election.read(1);
        two.write();
        int before = run.size();
        append(one, "qA1");

        one.write();

        assertThat(run.size()).isEqualTo(before);
        assertThat(one.election.holds()).isZero();
        assertThat(writing.lines()).contains("Another server has taken the lead");
    }

    @Test
    void serverThatStartsLateHasWhatTheOthersHave() throws InterruptedException {
        one.lead();
        append(one, "qA1 tA2 qB3");
        one.write();
        one.read();
        one.write();

        ClusterRun.Node late = run.node();
        late.read();

        assertThat(late.events()).isEqualTo(one.events());
        assertThat(late.tape.end()).isEqualTo(one.tape.end());
    }

    @Test
    void snapshotStandsForWhatTheLogHasNoMore() throws InterruptedException {
        one.lead();
        append(one, "qA1 tA2");
        one.write();
        one.read();
        keepLeading(Duration.ofSeconds(29));
        while (!run.kinds().endsWith("SNAPSHOT")) {
            keepLeading(Duration.ofSeconds(1));
        }
        // Deleted: all but the last snapshot, and what comes after.
        run.oldest = run.size() - 1;
        append(one, "tB3");
        one.write();
        one.read();

        ClusterRun.Node late = run.node();
        late.read();

        assertThat(run.kinds()).endsWith("SNAPSHOT BATCH");
        assertThat(late.tape.end()).isEqualTo(one.tape.end()).hasToString("epoch1-3");
        assertThat(late.events()).contains("data: 1\nid: epoch1-1\n", "data: 3\nid: epoch1-3\n");
    }

    @Test
    void serverThatHasNothingToSaySaysThatItIsThere() throws InterruptedException {
        one.lead();
        two.read();
        keepLeading(Duration.ofSeconds(20));
        two.read();

        assertThat(one.election.term()).isEqualTo(1);
        assertThat(two.election.inTouch()).isTrue();
        assertThat(run.kinds()).contains("BEAT");
    }

    @Test
    void logThatBeginsAnewIsANewEpoch() throws InterruptedException {
        one.lead();
        append(one, "qA1");
        one.write();
        one.read();
        two.read();

        two.applier.restart();
        assertThat(two.election.inTouch()).isFalse();
        two.election.claim(7);
        two.applier.take(RecordParts.of(LogEntry.claim(7, "node-2").encoded()).getFirst(), 0, 0);
        LogEntry snapshot = two.outbox.take(Duration.ZERO).getFirst();
        assertThat(snapshot.kind()).isEqualTo(LogEntry.Kind.SNAPSHOT);
        two.applier.take(RecordParts.of(snapshot.encoded()).getFirst(), 1, 0);

        assertThat(two.tape.end()).hasToString("epoch2-1");
        assertThat(two.snapshot()).isEqualTo("event: quote\ndata: 1\nid: epoch2-1\n\n");
        assertThat(two.election.leads()).isTrue();
    }

    private void append(ClusterRun.Node node, String shorthand) {
        node.outbox.append(batch(shorthand), end -> appended.add(end.toString()));
    }

    private void keepLeading(Duration time) throws InterruptedException {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusSeconds(1)) {
            time(Duration.ofSeconds(1));
            one.write();
            one.read();
        }
        one.write();
        one.read();
    }

    private void time(Duration passed) {
        run.time.pass(passed);
    }
}
