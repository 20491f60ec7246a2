package tickertape.alerts.engine;

/// The highest and the lowest price of a year, once it is known, and whether the newest one is beyond it.
final class YearRange {

    private double high = Double.NaN;
    private double low = Double.NaN;
    private double highSeen = Double.NEGATIVE_INFINITY;
    private double lowSeen = Double.POSITIVE_INFINITY;
    private boolean isHigh;
    private boolean isLow;

    /// Says what was before. If something beyond it has been seen since the start, that is a record still.
    void is(double highest, double lowest) {
        isHigh = Double.isNaN(high) && highSeen > highest;
        isLow = Double.isNaN(low) && lowSeen < lowest;
        high = Math.max(highest, highSeen);
        low = Math.min(lowest, lowSeen);
    }

    void add(double last) {
        isHigh = last > high;
        isLow = last < low;
        highSeen = Math.max(highSeen, last);
        lowSeen = Math.min(lowSeen, last);
        if (!Double.isNaN(high)) {
            high = Math.max(high, last);
            low = Math.min(low, last);
        }
    }

    boolean isHigh() {
        return isHigh;
    }

    boolean isLow() {
        return isLow;
    }

    /// What was a record is none any more when it is looked at again.
    void seen() {
        isHigh = false;
        isLow = false;
    }
}
