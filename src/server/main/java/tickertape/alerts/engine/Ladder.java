package tickertape.alerts.engine;

import java.util.List;
import java.util.TreeSet;

/// Alerts that wait for a number to come to their levels, the next one first. Looking whether any is met takes one
/// comparison.
final class Ladder {

    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final double sign;
    private final boolean isStrict;
    private final TreeSet<Rung> rungs = new TreeSet<>();
    private double next = NEVER;

    private Ladder(double sign, boolean isStrict) {
        this.sign = sign;
        this.isStrict = isStrict;
    }

    /// Met when the number is at the level or above.
    static Ladder atOrAbove() {
        return new Ladder(1, false);
    }

    /// Met when the number is at the level or below.
    static Ladder atOrBelow() {
        return new Ladder(-1, false);
    }

    static Ladder above() {
        return new Ladder(1, true);
    }

    static Ladder below() {
        return new Ladder(-1, true);
    }

    void add(Rung rung) {
        rung.key = sign * rung.threshold.level();
        rung.ladder = this;
        rungs.add(rung);
        next = rungs.first().key;
    }

    void remove(Rung rung) {
        rungs.remove(rung);
        rung.ladder = null;
        next = rungs.isEmpty() ? NEVER : rungs.first().key;
    }

    boolean isEmpty() {
        return rungs.isEmpty();
    }

    /// Takes out those that are met; nothing is met by what is no number.
    ///
    /// @param most no more than so many
    void take(double number, int most, List<Rung> met) {
        double reached = sign * number;
        for (int left = most; left > 0 && isMet(reached); left--) {
            Rung rung = rungs.first();
            remove(rung);
            met.add(rung);
        }
    }

    private boolean isMet(double reached) {
        return isStrict ? reached > next : reached >= next && next != NEVER;
    }
}
