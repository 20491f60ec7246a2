package bench.report;

import java.util.List;
import java.util.Locale;

/// Figures as bars, drawn as SVG.
///
/// @param unit of all the figures
/// @param bars from top to bottom
public record Bars(String title, String unit, List<Bar> bars) {

    private static final int ROW = 22;
    private static final int LABELS = 210;
    private static final int LONGEST = 380;
    private static final int WIDTH = 700;

    /// One of the figures.
    ///
    /// @param series bars of one series have one colour: a class of the page's style
    public record Bar(String label, String series, double value) {}

    String svg() {
        double most = bars.stream()
                .mapToDouble(Bar::value)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        var out = new StringBuilder(
                "<figure><figcaption>%s, %s</figcaption><svg viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\">"
                        .formatted(
                                Page.escape(title), Page.escape(unit), WIDTH, bars.size() * ROW, Page.escape(title)));
        for (int i = 0; i < bars.size(); i++) {
            out.append(bar(bars.get(i), i * ROW, most));
        }
        return out.append("</svg></figure>").toString();
    }

    private static String bar(Bar bar, int top, double most) {
        double length = most == 0 || !Double.isFinite(bar.value) ? 0 : bar.value / most * LONGEST;
        return String.format(
                Locale.ROOT,
                """
                <text x="%s" y="%s" text-anchor="end">%s</text>\
                <rect class="%s" x="%s" y="%s" width="%.1f" height="%s" rx="2"/>\
                <text x="%.1f" y="%s">%s</text>
                """,
                LABELS - 8,
                top + 15,
                Page.escape(bar.label),
                bar.series,
                LABELS,
                top + 3,
                length,
                ROW - 6,
                LABELS + length + 6,
                top + 15,
                Numbers.of(bar.value));
    }
}
