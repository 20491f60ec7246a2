package tickertape.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tickertape.tape.ConflationPolicy;
import tickertape.tape.Cursor;
import tickertape.tape.Position;
import tickertape.tape.Tape;
import tickertape.tape.TapeReplica;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;

/// Servers that share a log which a test keeps in memory. What one of them writes in a transaction lies there, unless
/// another one has fenced it.
final class ClusterRun {

    private static final Duration STEP = Duration.ofMillis(100);

    final FakeTime time = new FakeTime();
    private final List<byte[]> log = new ArrayList<>();
    private int nodes;

    /// One server: its tape, and what reads and writes the log.
    final class Node {

        final String name = "node-" + ++nodes;
        final Election election = new Election(time::nanoTime);
        final Outbox outbox = new Outbox(election, new CatchUp());
        final Tape tape = new Tape("own" + nodes, Tapes.both().topics(), 1000, 1000, time::nanoTime);
        final LogApplier applier = new LogApplier(
                new TapeReplica(tape, List.of()), election, outbox, () -> {}, () -> "epoch" + ++epochs, time::nanoTime);
        final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();
        final LogWriter writer = new LogWriter(
                new ClusterSettings.Options(List.of("localhost:9092"), "test", name, Map.of()),
                this::producer,
                election,
                outbox,
                new SplittableRandom(nodes),
                time::nanoTime);
        private int next = oldest;
        private int written;

        private MockProducer<byte[], byte[]> producer() {
            fence(this);
            var producer = new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
            producers.add(producer);
            written = 0;
            return producer;
        }

        /// Does what is due, and lays what it has written into the log.
        void write() throws InterruptedException {
            writer.turn();
            if (!producers.isEmpty()) {
                List<ProducerRecord<byte[], byte[]>> history =
                        producers.getLast().history();
                history.subList(written, history.size()).forEach(record -> log.add(record.value()));
                written = history.size();
            }
        }

        /// Reads the log to its end.
        void read() {
            if (next > log.size()) {
                applier.refuse();
                applier.restart();
                next = oldest;
            }
            while (next < log.size()) {
                OptionalLong jump = applier.take(log.get(next), next, oldest);
                next = jump.isPresent() ? (int) jump.getAsLong() : next + 1;
            }
            election.listen(true);
            applier.prepare(next);
        }

        /// Reads nothing for so long that it may lead.
        void hearSilence() {
            for (Duration passed = Duration.ZERO;
                    passed.compareTo(Election.SILENCE.plusSeconds(1)) < 0;
                    passed = passed.plus(STEP)) {
                read();
                time.pass(STEP);
            }
        }

        /// Leads, after all others have been silent.
        void lead() throws InterruptedException {
            hearSilence();
            write();
            read();
            write();
            read();
        }

        /// What a new reader gets.
        String snapshot() {
            var conflation = new ConflationPolicy(1000, Duration.ofHours(1));
            return Tapes.events(new Cursor(tape, Tapes.both(), Optional.empty(), conflation).next());
        }

        /// All that lies on its tape, as it goes over the wire.
        String events() {
            var cursor = new Cursor(
                    tape,
                    Tapes.both(),
                    Optional.of(new Position(tape.epoch(), 0)),
                    new ConflationPolicy(1000, Duration.ofHours(1)));
            return Tapes.events(cursor.next());
        }
    }

    private int epochs;

    /// What the log has lost.
    int oldest;

    private final List<Node> all = new ArrayList<>();

    Node node() {
        var node = new Node();
        all.add(node);
        return node;
    }

    private void fence(Node but) {
        all.stream()
                .filter(node -> node != but && !node.producers.isEmpty())
                .map(node -> node.producers.getLast())
                .filter(producer -> !producer.closed())
                .forEach(MockProducer::fenceProducer);
    }

    /// Lays something into the log as if a broker had let it through.
    void smuggle(LogEntry entry) {
        log.addAll(RecordParts.of(entry.encoded()));
    }

    /// The brokers lose the end of the log.
    void truncate(int size) {
        log.subList(size, log.size()).clear();
    }

    int size() {
        return log.size();
    }

    /// The kinds of all entries in the log.
    String kinds() {
        return log.stream()
                .map(record -> new RecordParts().add(record).orElseThrow())
                .map(entry -> LogEntry.decoded(entry).kind().name())
                .collect(Collectors.joining(" "));
    }
}
