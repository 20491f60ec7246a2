package tickertape.market;

/// Tells when an instrument, or all of them together, have been silent for longer than usual.
///
/// It learns what is usual from the silences so far: their mean and mean deviation, weighted exponentially, as TCP
/// decides when to send again (Jacobson 1988, "Congestion avoidance and control"). The margin is wider, because a false
/// alarm costs more here than a late one. It counts ticks, not time: a clock that is set, or a tick that is skipped or
/// late, can't make a lively instrument look silent.
final class SilenceDetector {

    /// So many ticks without news prove nothing, however lively an instrument is.
    static final int LEAST = 20;

    // Measured: at 24, fifty simulated instruments raise one false alarm a trading day; at 16, two an hour.
    private static final double DEVIATIONS = 24;
    private static final double SLOWEST = 1.0 / 64;

    // What is assumed at first weighs as much as one silence. While little is known, the limit is high: 500 ticks.
    private double mean = LEAST;
    private double deviation = LEAST;
    private long learnt = 1;
    private boolean following;
    private long silence;

    /// Counts a tick in which news was possible.
    ///
    /// @param news whether there was any
    void tick(boolean news) {
        silence++;
        if (news) {
            if (following) {
                learn();
            }
            following = true;
            silence = 0;
        }
    }

    /// Counts a tick in which no news was possible, at night or in a halt: nothing is learnt from it.
    void pause() {
        following = false;
        silence = 0;
    }

    /// Whether the silence is far longer than usual.
    boolean exceeded() {
        return silence > limit();
    }

    /// How many ticks without news are not unusual.
    long limit() {
        return (long) Math.max(LEAST, mean + DEVIATIONS * deviation);
    }

    private void learn() {
        // Cut off at the limit: an outage says little of what is usual. Not left out: an instrument that has become
        // quieter must not raise alarms for ever.
        double error = Math.min(silence, limit()) - mean;
        learnt++;
        double weight = Math.max(SLOWEST, 1.0 / learnt);
        mean += weight * error;
        deviation += weight * (Math.abs(error) - deviation);
    }
}
