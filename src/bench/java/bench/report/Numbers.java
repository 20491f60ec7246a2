package bench.report;

import java.util.Locale;

/// Formats numbers for the report: three significant digits, with separators for thousands.
public final class Numbers {

    private Numbers() {}

    public static String of(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 || size == 0 ? "%.2f" : "%.3f";
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
    }
}
