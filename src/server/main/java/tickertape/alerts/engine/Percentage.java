package tickertape.alerts.engine;

/// Computes percentages so that what is exactly 5 % on paper is 5 here.
final class Percentage {

    private static final double PRECISION = 1e9;
    private static final double HUNDRED = 100;

    private Percentage() {}

    /// No number where there is nothing to compare with.
    static double of(double part, double whole) {
        double percent = part * HUNDRED / Math.abs(whole);
        return whole == 0 ? Double.NaN : Math.rint(percent * PRECISION) / PRECISION;
    }
}
