package tickertape.feeding;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Decides which source moves one symbol. The tick alone uses it.
///
/// The source that stands first in the settings leads. Another takes over when the one that leads has given no sign of
/// life for some time, and gives back as soon as one that stands before it sends again. Among those that do not stand
/// there, whoever leads goes on.
final class SymbolLeader {

    private @Nullable SourceTracker leader;
    private @Nullable SourceTracker lastHeld;
    private long lastHeldNanos;

    /// What to do with a line.
    enum Verdict {
        TAKE,
        /// As `TAKE`, and lines before it may be missing.
        TAKE_AFTER_GAP,
        HOLD
    }

    /// @param ranks of the sources, lower ones first
    /// @param silence how long the leader may give no sign of life
    Verdict judge(QueuedLine line, SourceRanks ranks, Duration silence) {
        SourceTracker source = line.source();
        SourceTracker current = leader;
        if (current == source) {
            return Verdict.TAKE;
        }
        if (current == null) {
            lead(source);
            return Verdict.TAKE;
        }
        if (ranks.rank(source) < ranks.rank(current)) {
            lead(source);
            return Verdict.TAKE;
        }
        if (line.nanos() - current.heard() > silence.toNanos()) {
            // What it had to say since the other fell silent was held back.
            boolean gap = source == lastHeld && lastHeldNanos - current.heard() > 0;
            lead(source);
            return gap ? Verdict.TAKE_AFTER_GAP : Verdict.TAKE;
        }
        lastHeld = source;
        lastHeldNanos = line.nanos();
        return Verdict.HOLD;
    }

    private void lead(SourceTracker next) {
        SourceTracker before = leader;
        if (before != null) {
            before.yieldOne();
        }
        leader = next;
        next.lead(before != null);
    }

    boolean isLedBy(SourceTracker source) {
        return leader == source;
    }
}
