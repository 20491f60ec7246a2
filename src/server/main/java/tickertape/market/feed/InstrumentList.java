package tickertape.market.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tickertape.market.Instrument;
import tickertape.wire.Symbol;

/// The instruments that can be simulated: real companies at made-up prices, the best known first, then test
/// instruments.
final class InstrumentList {

    private static final String RESOURCE = "/tickertape/market/instruments.csv";
    private static final List<String> HEADER = List.of(
            "symbol",
            "name",
            "sector",
            "mic",
            "currency",
            "tickSize",
            "referencePrice",
            "volatility",
            "spread",
            "shares");

    private InstrumentList() {}

    /// The first instruments of the list.
    static List<Instrument> first(int count) {
        return Stream.concat(fromJar().stream(), IntStream.rangeClosed(1, count).mapToObj(InstrumentList::synthetic))
                .limit(count)
                .toList();
    }

    private static List<Instrument> fromJar() {
        try (InputStream bytes = Objects.requireNonNull(InstrumentList.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return read(RESOURCE, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Reads a list with a header line; throws [BadFileException].
    static List<Instrument> read(String name, InputStream bytes) {
        List<Instrument> instruments = new ArrayList<>();
        CsvFile.read(name, bytes, (number, fields) -> {
            if (number == 1) {
                checkHeader(fields);
            } else {
                instruments.add(instrument(fields));
            }
        });
        return instruments;
    }

    private static void checkHeader(List<String> fields) {
        if (!fields.equals(HEADER)) {
            throw new IllegalArgumentException("the header is not " + String.join(",", HEADER));
        }
    }

    private static Instrument instrument(List<String> fields) {
        if (fields.size() != HEADER.size()) {
            throw new IllegalArgumentException("%s columns instead of %s".formatted(fields.size(), HEADER.size()));
        }
        BigDecimal price = decimal(fields, 6);
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("referencePrice '%s' is not positive".formatted(price));
        }
        return new Instrument(
                new Symbol(fields.get(0)),
                fields.get(1),
                fields.get(2),
                fields.get(3),
                fields.get(4),
                decimal(fields, 5),
                price,
                decimal(fields, 7),
                decimal(fields, 8),
                decimal(fields, 9));
    }

    private static BigDecimal decimal(List<String> fields, int column) {
        return PlainDecimal.of(HEADER.get(column), fields.get(column));
    }

    private static Instrument synthetic(int number) {
        return new Instrument(
                new Symbol(String.format(Locale.ROOT, "TEST%04d", number)),
                "Test instrument " + number,
                "Synthetic",
                "XXXX",
                "USD",
                new BigDecimal("0.01"),
                BigDecimal.valueOf(20 + number % 480),
                BigDecimal.valueOf(3 + number % 5),
                BigDecimal.valueOf(5),
                BigDecimal.valueOf(100 + number * 37L % 900));
    }
}
