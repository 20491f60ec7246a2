package tickertape.commentary.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import tickertape.market.Instrument;
import tickertape.wire.Candle;
import tickertape.wire.Quote;

/// What is so of one instrument.
///
/// @param time of the facts
/// @param pace of its volume; empty until it was seen for long enough
/// @param days before today, in ascending order, a year at most; empty where nobody knows
/// @param sector to which it belongs; empty if nothing else does
public record StockFacts(
        Instant time,
        Instrument instrument,
        Quote quote,
        Optional<VolumePace> pace,
        List<Candle> days,
        Optional<SectorFacts> sector) {

    private static final int MONTH = 20;
    private static final int WEEK = 5;
    private static final Duration YEAR = Duration.ofDays(364);
    private static final Duration HOLIDAYS = Duration.ofDays(14);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal POINTS = BigDecimal.valueOf(10_000);

    public StockFacts {
        days = List.copyOf(days);
    }

    /// The highest price of the 52 weeks before today; empty where not all of them are known.
    public Optional<BigDecimal> yearHigh() {
        return extreme(Candle::high, BigDecimal::max);
    }

    /// The lowest one.
    public Optional<BigDecimal> yearLow() {
        return extreme(Candle::low, BigDecimal::min);
    }

    /// The highest price of the 52 weeks before, if it was broken today.
    public Optional<BigDecimal> brokenHigh() {
        return yearHigh().filter(before -> quote.high().compareTo(before) > 0);
    }

    /// The lowest one, if it was broken today.
    public Optional<BigDecimal> brokenLow() {
        return yearLow().filter(before -> quote.low().compareTo(before) < 0);
    }

    private Optional<BigDecimal> extreme(Function<Candle, BigDecimal> price, BinaryOperator<BigDecimal> better) {
        Instant begin = time.minus(YEAR);
        boolean whole = !days.isEmpty() && days.getFirst().start().isBefore(begin.plus(HOLIDAYS));
        return whole
                ? days.stream()
                        .filter(day -> !day.start().isBefore(begin))
                        .map(price)
                        .reduce(better)
                : Optional.empty();
    }

    /// How many days the usual volume is a mean of; 0 if there is none.
    public int usualDays() {
        return days.size() < WEEK ? 0 : Math.min(MONTH, days.size());
    }

    /// The mean volume of the last days, in whole units; empty where too few days are known.
    public Optional<BigDecimal> usualVolume() {
        int count = usualDays();
        return count == 0
                ? Optional.empty()
                : Optional.of(days.subList(days.size() - count, days.size()).stream()
                        .map(Candle::volume)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_UP));
    }

    /// By how many percent the price has changed since the close of five days ago; empty where that is unknown.
    public Optional<BigDecimal> weekChange() {
        return days.size() < WEEK
                ? Optional.empty()
                : percent(quote.last(), days.get(days.size() - WEEK).close());
    }

    /// How many percent a price lies from another; empty where the other is not positive.
    public static Optional<BigDecimal> percent(BigDecimal price, BigDecimal base) {
        return base.signum() <= 0
                ? Optional.empty()
                : Optional.of(price.subtract(base).multiply(HUNDRED).divide(base, 2, RoundingMode.HALF_UP));
    }

    /// Ask less bid; empty where the feed has none.
    public Optional<BigDecimal> spread() {
        BigDecimal bid = quote.bid();
        BigDecimal ask = quote.ask();
        return bid == null || ask == null ? Optional.empty() : Optional.of(ask.subtract(bid));
    }

    /// The same in hundredths of a percent of the middle between them, with one decimal; empty where that is not
    /// positive.
    public Optional<BigDecimal> spreadPoints() {
        BigDecimal bid = quote.bid();
        BigDecimal ask = quote.ask();
        if (bid == null || ask == null || bid.add(ask).signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal twice = ask.subtract(bid).multiply(POINTS).multiply(BigDecimal.TWO);
        return Optional.of(twice.divide(bid.add(ask), 1, RoundingMode.HALF_UP));
    }
}
