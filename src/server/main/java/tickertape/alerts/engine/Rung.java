package tickertape.alerts.engine;

import org.jspecify.annotations.Nullable;
import tickertape.alerts.definition.Alert;

/// One alert on its way between the ladders. Only the engine touches it, under its lock.
final class Rung implements Comparable<Rung> {

    final Alert alert;
    final Threshold threshold;

    /// Whether it waited already before the server was there.
    final boolean isEarlier;

    /// Where it hangs: null while it rests, and when it has fired.
    @Nullable
    Ladder ladder;

    /// By what the ladder sorts it.
    double key;

    /// How often its symbol had been looked at when it came.
    long since;

    /// Whether its pause goes on.
    boolean isPaused;

    /// When its pause ends, by the monotonic clock.
    long restedAt;

    Rung(Alert alert, boolean isEarlier) {
        this.alert = alert;
        this.threshold = Threshold.of(alert.condition());
        this.isEarlier = isEarlier;
    }

    @Override
    public int compareTo(Rung other) {
        int order = Double.compare(key, other.key);
        return order == 0 ? alert.id().compareTo(other.alert.id()) : order;
    }

    // One alert, one rung: no two are equal.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
