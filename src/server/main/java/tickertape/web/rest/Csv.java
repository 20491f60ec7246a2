package tickertape.web.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tickertape.web.Microseconds;

/// Writes records as a CSV table: a header line with the component names, then one line each, with the values of JSON.
final class Csv {

    private static final Microseconds TIME = new Microseconds();

    private Csv() {}

    /// @param type a public record, because its components are read by reflection
    static <T extends Record> String of(Class<T> type, List<T> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            RecordComponent[] columns = type.getRecordComponents();
            csv.writeRecord(Stream.of(columns).map(RecordComponent::getName).toList());
            for (T row : rows) {
                csv.writeRecord(
                        Stream.of(columns).map(column -> cell(column, row)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String cell(RecordComponent column, Record row) {
        try {
            return text(column.getAccessor().invoke(row));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("%s of %s cannot be read".formatted(column, row), e);
        }
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Instant time -> TIME.adaptToJson(time);
            case Collection<?> list -> list.stream().map(Csv::text).collect(Collectors.joining(" "));
            default -> value.toString();
        };
    }
}
