package tickertape.market.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tickertape.market.Instrument;
import tickertape.market.feed.simulation.Pace;
import tickertape.market.feed.simulation.TradingDay;
import tickertape.wire.MarketEvent;
import tickertape.wire.Symbol;
import tickertape.wire.TopOfBook;
import tickertape.wire.Trade;
import tickertape.wire.TradingHalt;

/// What an observer sees of one instrument of the simulated market in some trading days.
final class ObservedInstrument {

    static final Instant OPEN = Instant.parse("2026-01-05T14:30:00Z");
    static final Duration DAY = Duration.ofMinutes(390);

    private final Instrument instrument;
    private final List<Double> mids = new ArrayList<>();
    private final List<Double> spreads = new ArrayList<>();
    private final double[] halfHours = new double[13];
    private @Nullable TopOfBook book;
    private Instant lastTrade = OPEN;
    private long trades;
    private double squaredGaps;

    private ObservedInstrument(Instrument instrument) {
        this.instrument = instrument;
    }

    /// Observes these instruments for so many days, always with the same seed.
    static Map<Symbol, ObservedInstrument> watch(List<Instrument> instruments, Duration interval, Pace pace, int days) {
        SimulatedFeed feed = new SimulatedFeed(instruments, 7, TradingDay.endless(interval), pace);
        Map<Symbol, ObservedInstrument> watched = new LinkedHashMap<>();
        instruments.forEach(instrument -> watched.put(instrument.symbol(), new ObservedInstrument(instrument)));
        long ticks = DAY.multipliedBy(days).dividedBy(interval);
        long minute = Duration.ofMinutes(1).dividedBy(interval);
        for (long tick = 0; tick < ticks; tick++) {
            for (MarketEvent event : feed.tick(OPEN.plus(interval.multipliedBy(tick)))) {
                Objects.requireNonNull(watched.get(event.symbol())).see(event);
            }
            if (tick % minute == 0) {
                watched.values().forEach(ObservedInstrument::look);
            }
        }
        return watched;
    }

    Instrument instrument() {
        return instrument;
    }

    /// The returns of the mid price in each minute, in basis points.
    double[] returns() {
        double[] returns = new double[mids.size() - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = 1e4 * Math.log(mids.get(i + 1) / mids.get(i));
        }
        return returns;
    }

    /// The median spread, in basis points.
    double spread() {
        return spreads.stream().sorted().skip(spreads.size() / 2).findFirst().orElseThrow();
    }

    /// Trades a second.
    double rate() {
        return trades / seconds(OPEN, lastTrade);
    }

    /// The coefficient of variation of the gaps between trades.
    double burstiness() {
        return Math.sqrt(squaredGaps / trades * rate() * rate() - 1);
    }

    /// The mean size of a trade.
    double size() {
        double volume = 0;
        for (double halfHour : halfHours) {
            volume += halfHour;
        }
        return volume / trades;
    }

    /// The volume of one of the day's thirteen half hours, all days together.
    double volume(int halfHour) {
        return halfHours[halfHour];
    }

    @Override
    public String toString() {
        return instrument.symbol().text();
    }

    private void see(MarketEvent event) {
        switch (event) {
            case TopOfBook top -> book = top;
            case TradingHalt halt -> throw new AssertionError(halt);
            case Trade trade -> {
                trades++;
                squaredGaps += Math.pow(seconds(lastTrade, trade.time()), 2);
                lastTrade = trade.time();
                long sinceOpen = Duration.between(OPEN, lastTrade).toSeconds() % DAY.toSeconds();
                halfHours[(int) sinceOpen / 1800] += trade.size().doubleValue();
            }
        }
    }

    private void look() {
        TopOfBook seen = Objects.requireNonNull(book);
        double bid = seen.bid().doubleValue();
        double ask = seen.ask().doubleValue();
        mids.add((bid + ask) / 2);
        spreads.add(1e4 * (ask - bid) / bid);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
