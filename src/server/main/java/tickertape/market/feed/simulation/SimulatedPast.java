package tickertape.market.feed.simulation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import tickertape.market.Instrument;
import tickertape.market.PastBar;

/// A past that ends, to the tick, at the reference prices at which the market begins.
///
/// It is simulated backwards: a price that varies around its reference does so alike in both directions of time. So
/// nothing needs to be scaled afterwards. Days have the session of New York's exchanges, Monday to Friday.
public final class SimulatedPast {

    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final int SESSION_MINUTES = 390;
    private static final int DAYS_OF_MINUTES = 5;
    /// Of 52 weeks and a day: holidays are not left out.
    private static final int DAYS = 261;

    /// The steps of a price: ten seconds within minutes, a quarter of an hour within days.
    private static final Duration FINE = Duration.ofSeconds(10);

    private static final Duration COARSE = Duration.ofMinutes(15);
    private static final int FINE_STEPS = 6;
    private static final int COARSE_STEPS = 26;

    private final List<Instrument> instruments;
    private final SplittableRandom random;

    /// @param seed the same gives the same past
    public SimulatedPast(List<Instrument> instruments, long seed) {
        this.instruments = List.copyOf(instruments);
        // Another stream of numbers than the market's own, which begins with the same seed.
        random = new SplittableRandom(~seed);
    }

    /// Makes it up, newest first.
    ///
    /// @param now all of it is on days before
    /// @param bars takes each minute and each day
    public void tell(Instant now, ZoneId zone, Consumer<PastBar> bars) {
        List<PastStock> stocks = instruments.stream()
                .map(instrument -> new PastStock(instrument, random.split()))
                .toList();
        LocalDate date = now.atZone(zone).toLocalDate();
        FactorModel factors = begin(stocks, FINE);
        for (int day = 0; day < DAYS; day++) {
            date = previous(date);
            Instant open = date.atTime(OPEN).atZone(zone).toInstant();
            if (day == DAYS_OF_MINUTES) {
                factors = begin(stocks, COARSE);
            }
            if (day < DAYS_OF_MINUTES) {
                minutes(stocks, factors, open, bars);
            } else {
                TradingDay session = TradingDay.endless(COARSE);
                bar(stocks, factors, session, COARSE_STEPS);
                stocks.forEach(stock -> bars.accept(stock.bar(open, false)));
            }
            stocks.forEach(PastStock::passNight);
        }
    }

    private FactorModel begin(List<PastStock> stocks, Duration step) {
        List<String> sectors =
                instruments.stream().map(Instrument::sector).distinct().toList();
        stocks.forEach(stock -> stock.begin(step));
        return new FactorModel(sectors, step, random.split());
    }

    private static void minutes(List<PastStock> stocks, FactorModel factors, Instant open, Consumer<PastBar> bars) {
        TradingDay session = TradingDay.endless(FINE);
        var days = new ArrayList<List<PastBar>>();
        for (int minute = SESSION_MINUTES - 1; minute >= 0; minute--) {
            bar(stocks, factors, session, FINE_STEPS);
            Instant start = open.plus(Duration.ofMinutes(minute));
            List<PastBar> all =
                    stocks.stream().map(stock -> stock.bar(start, true)).toList();
            all.forEach(bars);
            days.add(all);
        }
        for (int stock = 0; stock < stocks.size(); stock++) {
            int index = stock;
            bars.accept(
                    PastStock.day(open, days.stream().map(all -> all.get(index)).toList()));
        }
    }

    // The curve of a session's activity is the same backwards.
    private static void bar(List<PastStock> stocks, FactorModel factors, TradingDay session, int steps) {
        stocks.forEach(PastStock::beginBar);
        for (int step = 0; step < steps; step++) {
            factors.advance();
            stocks.forEach(stock -> stock.advance(factors, session));
            session.advance();
        }
    }

    private static LocalDate previous(LocalDate date) {
        LocalDate day = date.minusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        return day;
    }
}
