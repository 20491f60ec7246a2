package tickertape.alerts.engine;

import java.util.Arrays;

/// How far a price has moved within some minutes: the lowest and the highest of sixty parts of that time, of which the
/// last one goes on. So it looks back nearly as long as it says, and never longer.
final class MoveWindow {

    private static final int PARTS = 60;
    private static final long NANOS_OF_A_MINUTE = 60_000_000_000L;

    private final double[] lows = new double[PARTS];
    private final double[] highs = new double[PARTS];
    private final long length;
    private long part = Long.MIN_VALUE;
    private double low;
    private double high;
    private double last = Double.NaN;

    MoveWindow(int minutes) {
        length = minutes * NANOS_OF_A_MINUTE / PARTS;
        forget();
    }

    private void forget() {
        Arrays.fill(lows, Double.POSITIVE_INFINITY);
        Arrays.fill(highs, Double.NEGATIVE_INFINITY);
    }

    /// @param nanos monotonic
    void add(long nanos, double price) {
        moveTo(Math.floorDiv(nanos, length));
        int now = (int) Math.floorMod(part, (long) PARTS);
        lows[now] = Math.min(lows[now], price);
        highs[now] = Math.max(highs[now], price);
        low = Math.min(low, price);
        high = Math.max(high, price);
        last = price;
    }

    private void moveTo(long next) {
        if (next == part) {
            return;
        }
        if (part == Long.MIN_VALUE || next - part >= PARTS) {
            forget();
        } else {
            for (long gone = part + 1; gone <= next; gone++) {
                int free = (int) Math.floorMod(gone, (long) PARTS);
                lows[free] = Double.POSITIVE_INFINITY;
                highs[free] = Double.NEGATIVE_INFINITY;
            }
        }
        part = next;
        low = Arrays.stream(lows).min().orElseThrow();
        high = Arrays.stream(highs).max().orElseThrow();
    }

    /// In percent of the lowest price.
    double rise() {
        return Percentage.of(last - low, low);
    }

    /// In percent of the highest price.
    double fall() {
        return Percentage.of(high - last, high);
    }

    double swing() {
        return Math.max(rise(), fall());
    }
}
