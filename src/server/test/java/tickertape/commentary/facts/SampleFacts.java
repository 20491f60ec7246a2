package tickertape.commentary.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tickertape.market.Instrument;
import tickertape.market.Tick;
import tickertape.wire.Candle;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// Facts of a market that chance has made: the same seed gives the same.
public final class SampleFacts {

    public static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private static final List<String> SECTORS = List.of("Energy", "Financials", "Health Care", "Index Funds");
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "CNY", "SEK");

    private final Random random;
    private final List<Instrument> instruments;
    private final FactBook book;
    private final Tick last;

    public SampleFacts(long seed, int size, MarketPhase phase) {
        random = new Random(seed);
        instruments = IntStream.range(0, size).mapToObj(this::instrument).toList();
        book = new FactBook(instruments);
        var status = new MarketStatus(phase, null, null, NOON);
        List<Quote> quotes = instruments.stream().map(this::quote).toList();
        if (seed % 2 == 0) {
            // Half an hour before, less was traded: then there is a pace.
            book.add(new Tick(
                    NOON.minus(Duration.ofMinutes(30)),
                    status,
                    List.of(),
                    quotes.stream().map(SampleFacts::earlier).toList()));
        }
        last = new Tick(NOON, status, List.of(), quotes);
        book.add(last);
    }

    public FactBook book() {
        return book;
    }

    /// What the book was told last.
    public Tick last() {
        return last;
    }

    public Facts market() {
        return book.market();
    }

    /// Of the first instrument.
    ///
    /// @param days how many days before are known
    public Facts about(int days) {
        Instrument instrument = instruments.getFirst();
        return book.about(instrument.symbol(), days(instrument, days));
    }

    private Instrument instrument(int number) {
        return new Instrument(
                new Symbol("S" + (char) ('A' + number % 26) + (char) ('A' + number / 26)),
                "Stock of " + (char) ('A' + number % 26),
                SECTORS.get(random.nextInt(SECTORS.size())),
                random.nextInt(5) == 0 ? "XXXX" : "XNYS",
                CURRENCIES.get(random.nextInt(CURRENCIES.size())),
                new BigDecimal("0.01"),
                new BigDecimal("100.00"),
                BigDecimal.TEN,
                BigDecimal.ONE,
                BigDecimal.TEN);
    }

    private BigDecimal cents(int least, int most) {
        return BigDecimal.valueOf(random.nextInt(least, most), 2);
    }

    private Quote quote(Instrument instrument) {
        BigDecimal close = cents(1_000, 200_000);
        BigDecimal price = random.nextInt(8) == 0 ? close : close.add(cents(-900, 900));
        BigDecimal open = price.add(cents(-50, 50));
        BigDecimal high = price.max(open).add(cents(0, 40));
        BigDecimal low = price.min(open).subtract(cents(0, 40));
        BigDecimal change = price.subtract(close);
        boolean book = random.nextInt(4) > 0;
        return new Quote(
                instrument.symbol(),
                book ? price.subtract(new BigDecimal("0.02")) : null,
                book ? price.add(new BigDecimal("0.03")) : null,
                book ? BigDecimal.TEN : null,
                book ? BigDecimal.TEN : null,
                price,
                BigDecimal.ONE,
                open,
                high,
                low,
                close,
                change,
                change.multiply(BigDecimal.valueOf(100)).divide(close, 2, RoundingMode.HALF_UP),
                BigDecimal.valueOf(random.nextLong(0, 400_000_000)),
                1,
                NOON,
                null,
                status());
    }

    private QuoteStatus status() {
        return switch (random.nextInt(12)) {
            case 0 -> QuoteStatus.HALTED;
            case 1 -> QuoteStatus.STALE;
            default -> QuoteStatus.TRADING;
        };
    }

    private static Quote earlier(Quote quote) {
        BigDecimal volume = quote.volume().divide(BigDecimal.valueOf(3), 0, RoundingMode.DOWN);
        return new Quote(
                quote.symbol(),
                quote.bid(),
                quote.ask(),
                quote.bidSize(),
                quote.askSize(),
                quote.last(),
                quote.lastSize(),
                quote.open(),
                quote.high(),
                quote.low(),
                quote.previousClose(),
                quote.change(),
                quote.changePercent(),
                volume,
                quote.seq(),
                quote.time(),
                quote.sourceTime(),
                quote.status());
    }

    private List<Candle> days(Instrument instrument, int count) {
        var days = new ArrayList<Candle>();
        for (int day = count; day > 0; day--) {
            days.add(day(instrument.symbol(), NOON.minus(Duration.ofDays(day)), cents(2_000, 180_000)));
        }
        return days;
    }

    private Candle day(Symbol symbol, Instant start, BigDecimal price) {
        return day(symbol, start, price, BigDecimal.valueOf(random.nextLong(1, 90_000_000)));
    }

    /// A day on which a price moved a little.
    public static Candle day(Symbol symbol, Instant start, BigDecimal price, BigDecimal volume) {
        BigDecimal high = price.add(BigDecimal.ONE);
        BigDecimal low = price.subtract(BigDecimal.ONE);
        @Nullable BigDecimal mean = volume.signum() == 0 ? null : price;
        return new Candle(symbol, "P1D", start, price, high, low, price, volume, 1, mean, true, List.of());
    }
}
