package tickertape.market.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads a CSV file (RFC 4180) in UTF-8 from beginning to end. A fault in it is a [BadFileException].
final class CsvFile {

    /// Takes one line; throws `IllegalArgumentException` with the fault when it is bad.
    interface Line {
        void take(long number, List<String> fields);
    }

    /// The characters of the longest field. A quote that is never closed makes one of the rest of the file.
    private static final int LONGEST_FIELD = 1 << 16;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;
    private final Line lines;
    private long number;
    private long blank;

    private CsvFile(String name, Line lines) {
        this.name = name;
        this.lines = lines;
    }

    /// Reads to the end without closing the stream. Blank lines are allowed only at the end.
    static void read(String name, InputStream bytes, Line lines) {
        new CsvFile(name, lines).read(bytes);
    }

    private void read(InputStream bytes) {
        // A decoder, unlike a charset, reports bytes that are not UTF-8 instead of replacing them.
        var reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
        try {
            skipByteOrderMark(reader);
            CsvReader.builder()
                    .maxBufferSize(LONGEST_FIELD)
                    .skipEmptyLines(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(reader)
                    .forEach(this::take);
        } catch (CharacterCodingException failure) {
            throw notText(failure);
        } catch (IOException failure) {
            throw new BadFileException(name, "cannot be read: " + failure.getMessage(), failure);
        } catch (UncheckedIOException | CsvParseException failure) {
            if (failure.getCause() instanceof CharacterCodingException) {
                throw notText(failure);
            }
            throw new BadFileException(name, number + 1, String.valueOf(failure.getMessage()), failure);
        }
        if (number == 0) {
            throw new BadFileException(name, "is empty", null);
        }
    }

    private void take(CsvRecord row) {
        if (row.getFieldCount() == 1 && row.getField(0).isBlank()) {
            blank = row.getStartingLineNumber();
            return;
        }
        if (blank > 0) {
            throw new BadFileException(name, blank, "is blank", null);
        }
        number = row.getStartingLineNumber();
        try {
            lines.take(number, row.getFields());
        } catch (IllegalArgumentException failure) {
            // Without the cause, which quotes the line at any length.
            throw new BadFileException(name, number, String.valueOf(failure.getMessage()), null);
        }
    }

    private BadFileException notText(Exception cause) {
        return new BadFileException(
                name, "is neither UTF-8 nor gzip, somewhere after line %s".formatted(number), cause);
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }
}
