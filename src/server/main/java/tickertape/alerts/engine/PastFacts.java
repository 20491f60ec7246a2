package tickertape.alerts.engine;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import tickertape.wire.Candle;

/// What conditions need to know of the past of a symbol; immutable.
///
/// @param high of the last 52 weeks; no number if nobody knows
/// @param usual the volume of each quarter of an hour of a day; no number where nobody knows
@SuppressWarnings("ArrayRecordComponent")
public record PastFacts(double high, double low, double[] usual, ZoneId zone) {

    private static final int QUARTERS = 96;
    private static final int QUARTER = 900;

    /// Where there is no past.
    public static PastFacts unknown(ZoneId zone) {
        return of(List.of(), List.of(), zone);
    }

    /// What bars tell.
    ///
    /// @param days of a year
    /// @param quarters of some days, a quarter of an hour each
    public static PastFacts of(List<Candle> days, List<Candle> quarters, ZoneId zone) {
        double[] sums = new double[QUARTERS];
        int[] counts = new int[QUARTERS];
        for (Candle candle : quarters) {
            int quarter = quarter(candle.start(), zone);
            sums[quarter] += candle.volume().doubleValue();
            counts[quarter]++;
        }
        double[] usual = new double[QUARTERS];
        Arrays.setAll(usual, quarter -> counts[quarter] == 0 ? Double.NaN : sums[quarter] / counts[quarter]);
        return new PastFacts(
                days.stream().mapToDouble(day -> day.high().doubleValue()).max().orElse(Double.NaN),
                days.stream().mapToDouble(day -> day.low().doubleValue()).min().orElse(Double.NaN),
                usual,
                zone);
    }

    private static int quarter(Instant time, ZoneId zone) {
        return LocalTime.ofInstant(time, zone).toSecondOfDay() / QUARTER;
    }

    public boolean knowsRange() {
        return !Double.isNaN(high);
    }

    /// Whether it knows the usual volume of any time of the day.
    public boolean knowsVolume() {
        return Arrays.stream(usual).anyMatch(volume -> volume > 0);
    }

    /// What is usual in the quarter of an hour that ends now.
    double usualVolume(Instant now) {
        int second = LocalTime.ofInstant(now, zone).toSecondOfDay();
        double part = second % QUARTER / (double) QUARTER;
        double current = usual[second / QUARTER];
        double before = usual[(second / QUARTER + QUARTERS - 1) % QUARTERS];
        if (Double.isNaN(before) || Double.isNaN(current)) {
            return Double.isNaN(before) ? current : before;
        }
        return part * current + (1 - part) * before;
    }
}
