package tickertape.alerts.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who waits for one measure of one symbol, in either direction; and who waits for its condition to be no longer met.
final class MeasureWatch {

    final Measure measure;
    private @Nullable Ladder upward;
    private @Nullable Ladder downward;
    private @Nullable Ladder upwardResting;
    private @Nullable Ladder downwardResting;

    MeasureWatch(Measure measure) {
        this.measure = measure;
    }

    void arm(Rung rung) {
        if (rung.threshold.isUpward()) {
            upward = upward == null ? Ladder.atOrAbove() : upward;
            upward.add(rung);
        } else {
            downward = downward == null ? Ladder.atOrBelow() : downward;
            downward.add(rung);
        }
    }

    /// Hangs it where it waits for its condition to be no longer met.
    void rest(Rung rung) {
        if (rung.threshold.isUpward()) {
            upwardResting = upwardResting == null ? Ladder.below() : upwardResting;
            upwardResting.add(rung);
        } else {
            downwardResting = downwardResting == null ? Ladder.above() : downwardResting;
            downwardResting.add(rung);
        }
    }

    /// Takes out those whose condition is met.
    void takeMet(double number, int most, List<Rung> met) {
        take(upward, number, most, met);
        take(downward, number, most - met.size(), met);
    }

    /// Takes out those who have rested and whose condition is no longer met.
    void takeRested(double number, List<Rung> rested) {
        take(upwardResting, number, Integer.MAX_VALUE, rested);
        take(downwardResting, number, Integer.MAX_VALUE, rested);
    }

    private static void take(@Nullable Ladder ladder, double number, int most, List<Rung> taken) {
        if (ladder != null) {
            ladder.take(number, most, taken);
        }
    }

    boolean isEmpty() {
        return isEmpty(upward) && isEmpty(downward) && isEmpty(upwardResting) && isEmpty(downwardResting);
    }

    private static boolean isEmpty(@Nullable Ladder ladder) {
        return ladder == null || ladder.isEmpty();
    }
}
