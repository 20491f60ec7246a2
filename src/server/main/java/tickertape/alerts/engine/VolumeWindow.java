package tickertape.alerts.engine;

import java.util.Arrays;

/// The volume of the last quarter of an hour, by minutes.
final class VolumeWindow {

    private static final int MINUTES = 15;
    private static final long NANOS_OF_A_MINUTE = 60_000_000_000L;

    private final double[] volumes = new double[MINUTES];
    private long minute = Long.MIN_VALUE;
    private double day = Double.NaN;

    /// @param nanos monotonic
    /// @param volume of the day so far
    void add(long nanos, double volume) {
        moveTo(Math.floorDiv(nanos, NANOS_OF_A_MINUTE));
        if (!Double.isNaN(day)) {
            // A new day begins at nothing.
            double more = volume >= day ? volume - day : volume;
            volumes[(int) Math.floorMod(minute, (long) MINUTES)] += more;
        }
        day = volume;
    }

    private void moveTo(long next) {
        if (next == minute) {
            return;
        }
        if (minute == Long.MIN_VALUE || next - minute >= MINUTES) {
            Arrays.fill(volumes, 0);
        } else {
            for (long gone = minute + 1; gone <= next; gone++) {
                volumes[(int) Math.floorMod(gone, (long) MINUTES)] = 0;
            }
        }
        minute = next;
    }

    double sum() {
        return Arrays.stream(volumes).sum();
    }
}
