package bench.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Figures in rows and columns; the first two columns are words.
///
/// @param about what was done, in a sentence or two
public record Table(String title, String about, List<String> columns, List<List<String>> rows) {

    static final int TEXTS = 2;

    /// The table as it is shown on a console.
    public String text() {
        int[] widths = IntStream.range(0, columns.size())
                .map(column -> Math.max(
                        columns.get(column).length(),
                        rows.stream()
                                .mapToInt(row -> row.get(column).length())
                                .max()
                                .orElse(0)))
                .toArray();
        String body = rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
        return "%n%s%n%s%n%n%s%n%s".formatted(title, about, line(columns, widths), body);
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column ->
                        ("%" + (column < TEXTS ? "-" : "") + widths[column] + "s").formatted(cells.get(column)))
                .collect(Collectors.joining("  "));
    }
}
