package tickertape.cluster;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import tickertape.tape.Position;
import tickertape.tape.TapeReplica;

/// Makes the tape of what lies in the log, in order. One thread uses it.
///
/// It begins with the oldest snapshot that the log still has all of what came after, so that it keeps as much for
/// readers that come back as it can.
final class LogApplier {

    private static final Logger LOG = System.getLogger(LogApplier.class.getName());

    /// From one snapshot to the next.
    private static final Duration SNAPSHOTS = Duration.ofSeconds(30);

    private final TapeReplica replica;
    private final Election election;
    private final Outbox outbox;
    private final Runnable wakeup;
    private final Supplier<String> epochs;
    private final LongSupplier nanoTime;
    private final RecordParts parts = new RecordParts();
    private boolean begun;
    private long leader;
    private String refused = "";
    private long snapshotTerm;
    private long snapshotTime;

    /// @param wakeup wakes the readers of this server
    /// @param epochs makes names for tapes
    /// @param nanoTime a monotonic clock
    LogApplier(
            TapeReplica replica,
            Election election,
            Outbox outbox,
            Runnable wakeup,
            Supplier<String> epochs,
            LongSupplier nanoTime) {
        this.replica = replica;
        this.election = election;
        this.outbox = outbox;
        this.wakeup = wakeup;
        this.epochs = epochs;
        this.nanoTime = nanoTime;
    }

    /// What was read so far is of no use: the log begins anew, or further on.
    void restart() {
        begun = false;
        parts.reset();
        election.setBegun(false);
        election.abandon();
    }

    /// The log has lost what lies on the tape already: under the same ids, other messages would come. Only a new epoch
    /// leads out of that, and this server begins it if nobody else does.
    void refuse() {
        if (begun) {
            refused = replica.epoch();
            election.seize();
            LOG.log(
                    Level.ERROR,
                    "The brokers have lost what they had: epoch {0} of the tape is no good any more",
                    refused);
        }
    }

    /// Takes a record.
    ///
    /// @param offset in the log
    /// @param oldest offset that the log still has
    /// @return where to read on; empty for behind it
    OptionalLong take(byte[] part, long offset, long oldest) {
        Optional<byte[]> whole = parts.add(part);
        return whole.isPresent() ? take(LogEntry.decoded(whole.get()), offset, oldest) : OptionalLong.empty();
    }

    private OptionalLong take(LogEntry entry, long offset, long oldest) {
        election.hear();
        switch (entry.kind()) {
            case CLAIM -> claim(entry, offset);
            case BATCH -> batch(entry);
            case RESIGNATION -> resignation(entry);
            case SNAPSHOT -> {
                return snapshot(entry, offset, oldest);
            }
            case BEAT, UNKNOWN -> {}
        }
        return OptionalLong.empty();
    }

    private void claim(LogEntry claim, long offset) {
        leader = claim.claim();
        if (!election.read(claim.claim())) {
            LOG.log(Level.INFO, "The server {0} leads", claim.node());
            return;
        }
        LOG.log(Level.INFO, "This server leads: it moves the market");
        if (!begun) {
            // The log has nothing to go on from, but perhaps this server knows where the market stood.
            outbox.put(replica.continuation(epochs.get()), offset + 1);
        }
    }

    // The broker has fenced whoever led before. If it ever does not, all servers leave out the same.
    private void batch(LogEntry batch) {
        if (begun && batch.claim() == leader) {
            Position end = replica.append(batch.body());
            outbox.appended(batch, end);
            wakeup.run();
        }
    }

    private void resignation(LogEntry resignation) {
        if (resignation.claim() == leader) {
            election.hearNoMore();
        }
    }

    private OptionalLong snapshot(LogEntry snapshot, long offset, long oldest) {
        String epoch = replica.epoch(snapshot.body());
        boolean known = begun && epoch.equals(replica.epoch());
        // One that speaks of what comes later was made of another topic, by who had not noticed yet.
        boolean foreign = snapshot.number() < oldest || snapshot.number() > offset;
        if (known || foreign || epoch.equals(refused)) {
            return OptionalLong.empty();
        }
        replica.begin(snapshot.body());
        begun = true;
        leader = snapshot.claim();
        election.setBegun(true);
        wakeup.run();
        LOG.log(Level.INFO, "The tape is that of the cluster, epoch {0}", replica.epoch());
        return snapshot.number() == offset + 1 ? OptionalLong.empty() : OptionalLong.of(snapshot.number());
    }

    /// Puts a snapshot into the log now and then, if this server leads. To be called when all before an offset is
    /// taken.
    void prepare(long offset) {
        long term = election.term();
        long now = nanoTime.getAsLong();
        boolean due = term != snapshotTerm || now - snapshotTime >= SNAPSHOTS.toNanos();
        if (term != 0 && due && parts.isEmpty()) {
            snapshotTerm = term;
            snapshotTime = now;
            outbox.put(replica.snapshot(), offset);
        }
    }

    /// Whether no parts of an entry wait for the others.
    boolean isWhole() {
        return parts.isEmpty();
    }

    /// Reading goes on at another place.
    void jumped() {
        parts.reset();
    }
}
