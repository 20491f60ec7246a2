package tickertape.market;

/// How long an instrument, or all of them, may be silent before that is news, learnt from their own silences so far.
///
/// Their mean and mean deviation, weighted exponentially, as TCP finds out when to send again (Jacobson 1988,
/// "Congestion avoidance and control"), with a wider margin: here a false alarm costs more than a late one. It counts
/// ticks, not time: no clock that is set and no tick that is skipped or late can make a lively instrument look silent.
final class SilenceDetector {

    /// However lively an instrument is, so many ticks without news prove nothing.
    static final int LEAST = 20;

    // Measured: at 24, fifty simulated instruments raise one false alarm a trading day; at 16, two an hour.
    private static final double DEVIATIONS = 24;
    private static final double SLOWEST = 1.0 / 64;

    // What is assumed at first weighs as much as one silence. Little known means long forbearance: 500 ticks.
    private double mean = LEAST;
    private double deviation = LEAST;
    private long learnt = 1;
    private boolean following;
    private long silence;

    /// One tick in which news could come, and whether any came.
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

    /// One tick in which none could come, at night or in a halt: it neither counts nor teaches.
    void rest() {
        following = false;
        silence = 0;
    }

    /// Whether the silence is longer than usual by far.
    boolean reached() {
        return silence > limit();
    }

    /// How many ticks without news are still nothing unusual.
    long limit() {
        return (long) Math.max(LEAST, mean + DEVIATIONS * deviation);
    }

    private void learn() {
        // An outage tells little of what is usual, but who has become quieter must not raise alarms for ever.
        double error = Math.min(silence, limit()) - mean;
        learnt++;
        double weight = Math.max(SLOWEST, 1.0 / learnt);
        mean += weight * error;
        deviation += weight * (Math.abs(error) - deviation);
    }
}
