package tickertape.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.testing.Tapes.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tickertape.tape.TapeReplica;
import tickertape.testing.Tapes;

/// What should not lie in the log, and what should have come back from it, does no harm.
class ForeignEntriesTest {

    private final ClusterRun run = new ClusterRun();
    private final ClusterRun.Node one = run.node();
    private final ClusterRun.Node two = run.node();
    private final List<String> appended = new ArrayList<>();

    @Test
    void whatTheBrokerDidNotFenceIsLeftOutByAll() throws InterruptedException {
        one.lead();
        long former = one.election.holds();
        two.lead();
        byte[] batch = TapeReplica.batch(batch("qA1"));

        run.smuggle(LogEntry.batch(former, 1, batch));
        run.smuggle(LogEntry.resignation(former));
        two.outbox.append(batch("qA2"), end -> appended.add(end.toString()));
        two.write();
        one.read();
        two.read();
        ClusterRun.Node late = run.node();
        late.read();

        assertThat(two.events()).contains("data: 2\nid: epoch1-1\n").doesNotContain("data: 1\n");
        assertThat(one.events()).isEqualTo(two.events()).isEqualTo(late.events());
        assertThat(one.election.isOpen(Duration.ZERO)).isFalse();
    }

    @Test
    void serverThatReadsNothingOfWhatItWritesLeadsNoMore() throws InterruptedException {
        one.lead();

        for (int i = 0; i < 5_000 && one.election.leads(); i++) {
            one.outbox.append(batch("qA1"), end -> appended.add(end.toString()));
            one.writer.turn();
        }

        assertThat(one.election.leads()).isFalse();
        assertThat(one.outbox.dropped()).isEqualTo(1);
        assertThat(appended).isEmpty();
    }

    @Test
    void snapshotOfAnotherTopicIsLeftOut() throws InterruptedException {
        run.smuggle(LogEntry.snapshot(9, 4711, Tapes.beginning("former")));
        one.lead();

        assertThat(one.tape.epoch()).isEqualTo("epoch1");
        assertThat(one.election.leads()).isTrue();
    }

    @Test
    void whatTheBrokersHaveLostMakesANewEpoch() throws InterruptedException {
        one.lead();
        two.read();
        int before = run.size();
        one.outbox.append(batch("qA1 tA2"), end -> appended.add(end.toString()));
        one.write();
        two.read();
        run.truncate(before);

        // The one that leads has not read so far, and goes on in the epoch that it knows.
        one.outbox.append(batch("qA3"), end -> appended.add(end.toString()));
        for (int i = 0; i < 100 && !two.tape.epoch().equals("epoch2"); i++) {
            run.time.pass(Duration.ofMillis(100));
            one.read();
            two.read();
            one.write();
            two.write();
        }
        one.read();

        assertThat(two.tape.epoch()).isEqualTo("epoch2").isEqualTo(one.tape.epoch());
        assertThat(two.election.leads()).isTrue();
        assertThat(one.election.leads()).isFalse();
        assertThat(one.snapshot()).isEqualTo(two.snapshot()).startsWith("event: quote\ndata: 1\nid: epoch2-1\n");
    }
}
