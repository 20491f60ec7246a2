package it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A file of recorded trades, read without the application's code.
///
/// @param volume the sum of all sizes
public record Recorded(int count, BigDecimal lastPrice, BigDecimal volume, Instant first, Instant last) {

    public static final Path FILE = ServerDirectory.path("recordings").resolve("bitstamp_trades_from_20131125_usd.csv");

    public static Recorded read() {
        List<String[]> rows = rows();
        return new Recorded(
                rows.size(),
                new BigDecimal(rows.getLast()[1]),
                rows.stream().map(row -> new BigDecimal(row[2])).reduce(BigDecimal.ZERO, BigDecimal::add),
                time(rows.getFirst()),
                time(rows.getLast()));
    }

    /// The lines of time in epoch seconds, price and size, which come after one line of names.
    static List<String[]> rows() {
        try (var lines = Files.lines(FILE)) {
            return lines.skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The factor of real time at which playing it takes this long.
    public long speed(Duration length) {
        return Duration.between(first, last).dividedBy(length);
    }

    private static Instant time(String[] row) {
        return Instant.ofEpochSecond(Long.parseLong(row[0]));
    }
}
