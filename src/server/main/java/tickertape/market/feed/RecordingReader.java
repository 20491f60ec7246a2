package tickertape.market.feed;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tickertape.wire.Symbol;

/// Reads recorded trades from a CSV file: time, price, size and perhaps a symbol.
///
/// It reads and checks the whole file; the first fault throws [BadFileException]. It skips a first line without any
/// number, as a header.
final class RecordingReader {

    private static final int MAX_PRECISION = 18;

    private final String defaultSymbol;
    private final Recording recording = new Recording();
    private final Map<String, RecordedInstrument> instruments = new LinkedHashMap<>();
    private int columns;
    private long latest = Long.MIN_VALUE;

    private RecordingReader(String defaultSymbol) {
        this.defaultSymbol = defaultSymbol;
    }

    /// @param defaultSymbol the symbol of the trades where the file names none
    static Recording read(Path file, String defaultSymbol, String currency) {
        RecordingReader reader = new RecordingReader(defaultSymbol);
        try (InputStream bytes = Files.newInputStream(file)) {
            CsvFile.read(file.toString(), bytes, reader::take);
        } catch (IOException failure) {
            throw new BadFileException(file.toString(), "cannot be read: " + failure, failure);
        }
        if (reader.recording.size() == 0) {
            throw new BadFileException(file.toString(), "has no trades", null);
        }
        return reader.recording.of(reader.instruments.values().stream()
                .map(instrument -> instrument.instrument(currency))
                .toList());
    }

    private void take(long number, List<String> fields) {
        if (number == 1 && fields.stream().noneMatch(field -> field.matches("[-+.]?\\d.*"))) {
            return;
        }
        checkColumns(fields.size());
        long nanos = SourceTime.nanos(fields.get(0));
        if (nanos < latest) {
            throw new IllegalArgumentException(
                    "time goes back from %s to %s".formatted(SourceTime.instant(latest), SourceTime.instant(nanos)));
        }
        latest = nanos;
        BigDecimal price = plain("price", fields.get(1));
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("price %s is not positive".formatted(price));
        }
        BigDecimal size = plain("size", fields.get(2));
        if (size.signum() < 0) {
            throw new IllegalArgumentException("size %s is negative".formatted(size));
        }
        recording.add(nanos, instrument(columns == 4 ? fields.get(3) : defaultSymbol, price), price, size);
    }

    private void checkColumns(int found) {
        if (columns == 0 && (found == 3 || found == 4)) {
            columns = found;
        }
        if (found != columns) {
            throw new IllegalArgumentException(
                    columns == 0
                            ? "%d columns instead of 3 or 4".formatted(found)
                            : "%d columns after lines with %d".formatted(found, columns));
        }
    }

    private int instrument(String symbol, BigDecimal price) {
        RecordedInstrument instrument = instruments.get(symbol);
        if (instrument == null) {
            instrument = new RecordedInstrument(instruments.size(), new Symbol(symbol), price);
            instruments.put(symbol, instrument);
        }
        instrument.observe(price);
        return instrument.index();
    }

    private static BigDecimal plain(String name, String text) {
        BigDecimal number = PlainDecimal.of(name, text).stripTrailingZeros();
        BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
        if (plain.precision() > MAX_PRECISION) {
            throw new IllegalArgumentException("%s %s has more than %d digits".formatted(name, text, MAX_PRECISION));
        }
        return plain;
    }
}
