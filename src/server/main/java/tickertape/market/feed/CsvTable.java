package tickertape.market.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import tickertape.web.Gunzip;

/// Reads a CSV file, plain or as gzip, whose first line names its columns, in any order. A fault in it is a
/// [BadFileException].
final class CsvTable {

    /// A file with more lines is another one than its name says.
    static final int MOST_LINES = 100_000;

    private final List<String> columns;
    private final Line lines;
    private List<String> header = List.of();
    private long count;

    /// Takes the cells of one line that are not empty, by their columns; throws `IllegalArgumentException` with the
    /// fault when it is bad.
    interface Line {
        void take(long number, Map<String, String> cells);
    }

    private CsvTable(List<String> columns, Line lines) {
        this.columns = columns;
        this.lines = lines;
    }

    /// Reads to the end.
    ///
    /// @param columns that there may be; the first one must be there
    static void read(Path file, List<String> columns, Line lines) {
        // A pipe would hold up the start for as long as nobody writes into it.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new BadFileException(file.toString(), "is not a regular file", null);
        }
        try (InputStream bytes = Gunzip.unzipped(new BufferedInputStream(Files.newInputStream(file)))) {
            CsvFile.read(file.toString(), bytes, new CsvTable(columns, lines)::take);
        } catch (NoSuchFileException gone) {
            throw new BadFileException(file.toString(), "is not there", gone);
        } catch (IOException failure) {
            throw new BadFileException(file.toString(), "cannot be read: " + failure, failure);
        }
    }

    private void take(long number, List<String> fields) {
        if (header.isEmpty()) {
            header = fields.stream().map(String::strip).toList();
            checkHeader();
            return;
        }
        if (fields.size() != header.size()) {
            throw new IllegalArgumentException(
                    "%s columns instead of the %s of the header".formatted(fields.size(), header.size()));
        }
        if (++count > MOST_LINES) {
            throw new IllegalArgumentException("there are more than %s lines".formatted(MOST_LINES));
        }
        Map<String, String> cells = new HashMap<>();
        for (int column = 0; column < header.size(); column++) {
            String cell = fields.get(column).strip();
            if (!cell.isEmpty()) {
                cells.put(header.get(column), cell);
            }
        }
        if (!cells.containsKey(columns.getFirst())) {
            throw new IllegalArgumentException("%s is empty".formatted(columns.getFirst()));
        }
        lines.take(number, cells);
    }

    private void checkHeader() {
        for (String name : header) {
            if (!columns.contains(name)) {
                throw new IllegalArgumentException(
                        "unknown column '%s'; there may be %s".formatted(name, String.join(",", columns)));
            }
        }
        if (new HashSet<>(header).size() < header.size()) {
            throw new IllegalArgumentException("the header has a column twice: " + String.join(",", header));
        }
        if (!header.contains(columns.getFirst())) {
            throw new IllegalArgumentException("the header has no column %s".formatted(columns.getFirst()));
        }
    }
}
