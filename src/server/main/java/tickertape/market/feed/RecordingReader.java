package tickertape.market.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tickertape.web.Gunzip;
import tickertape.wire.Symbol;

/// Reads recorded trades from a CSV file, plain or as gzip: time, price, size and perhaps a symbol.
///
/// It reads and checks the whole file; the first fault throws [BadFileException]. It skips a first line without any
/// number, as a header.
final class RecordingReader {

    private static final Logger LOG = System.getLogger(RecordingReader.class.getName());
    private static final int MAX_PRECISION = 18;

    private final RecordingFormat format;
    private final Recording recording = new Recording();
    private final ReorderBuffer buffer;
    private final Map<String, Symbol> symbols = new HashMap<>();
    private final Map<Symbol, RecordedInstrument> instruments = new LinkedHashMap<>();
    private int columns;

    private RecordingReader(RecordingFormat format) {
        this.format = format;
        buffer = new ReorderBuffer(format.disorder(), this::add);
    }

    static Recording read(Path file, RecordingFormat format) {
        var reader = new RecordingReader(format);
        // A pipe would hold up the start for as long as nobody writes into it.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new BadFileException(file.toString(), "is not a regular file", null);
        }
        // Not every such file is named .gz.
        try (InputStream bytes = Gunzip.unzipped(new BufferedInputStream(Files.newInputStream(file)))) {
            CsvFile.read(file.toString(), bytes, reader::take);
        } catch (IOException failure) {
            throw new BadFileException(file.toString(), "cannot be read: " + failure, failure);
        }
        return reader.recording(file.toString());
    }

    private Recording recording(String file) {
        buffer.end();
        if (recording.size() == 0) {
            throw new BadFileException(file, "has no trades", null);
        }
        if (buffer.moved() > 0) {
            LOG.log(
                    Level.WARNING,
                    "{0}: {1} of {2} trades were out of order, by up to {3}; they were sorted",
                    file,
                    Long.toString(buffer.moved()),
                    Integer.toString(recording.size()),
                    buffer.farthest());
        }
        return recording.of(instruments.values().stream()
                .map(instrument -> instrument.instrument(format.currency()))
                .toList());
    }

    private void take(long line, List<String> fields) {
        if (line == 1 && fields.stream().noneMatch(field -> field.matches("[-+.]?\\d.*"))) {
            return;
        }
        checkColumns(fields.size());
        long nanos = SourceTime.nanos(fields.get(0));
        BigDecimal price = plain("price", fields.get(1));
        if (price.signum() <= 0 && !format.negative()) {
            throw new IllegalArgumentException(
                    "price %s is not positive, and replay.negative is not set".formatted(price.toPlainString()));
        }
        BigDecimal size = plain("size", fields.get(2));
        if (size.signum() < 0) {
            throw new IllegalArgumentException("size %s is negative".formatted(size.toPlainString()));
        }
        Symbol symbol = symbols.computeIfAbsent(columns == 4 ? fields.get(3) : format.symbol(), Symbol::new);
        buffer.take(new RecordedTrade(line, nanos, symbol, price, size));
    }

    private void checkColumns(int found) {
        if (columns == 0 && (found == 3 || found == 4)) {
            columns = found;
        }
        if (found != columns) {
            throw new IllegalArgumentException(
                    columns == 0
                            ? "%s columns instead of 3 or 4".formatted(found)
                            : "%s columns after lines with %s".formatted(found, columns));
        }
    }

    private void add(RecordedTrade trade) {
        RecordedInstrument instrument = instruments.computeIfAbsent(
                trade.symbol(), symbol -> new RecordedInstrument(instruments.size(), symbol, trade.price()));
        instrument.observe(trade.price());
        recording.add(trade.nanos(), instrument.index(), trade.price(), trade.size());
    }

    private static BigDecimal plain(String name, String text) {
        BigDecimal number = PlainDecimal.of(name, text).stripTrailingZeros();
        BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
        if (plain.precision() > MAX_PRECISION) {
            throw new IllegalArgumentException("%s %s has more than %s digits".formatted(name, text, MAX_PRECISION));
        }
        return plain;
    }
}
