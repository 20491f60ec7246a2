package sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tickertape.market.Feed;
import tickertape.market.Instrument;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Symbol;
import tickertape.wire.TopOfBook;
import tickertape.wire.Trade;

/// Two instruments whose prices go up and down between 90 and 110, one against the other.
final class WaveFeed implements Feed {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal MIDDLE = new BigDecimal("100.00");
    private static final int PERIOD = 240;

    private final List<Instrument> instruments =
            List.of(instrument("SINE", "Sine wave"), instrument("ANTI", "Its mirror"));
    private final Instant start;
    private int ticks;

    WaveFeed(Instant start) {
        this.start = start;
    }

    @Override
    public List<Instrument> instruments() {
        return instruments;
    }

    @Override
    public List<MarketEvent> tick(Instant now) {
        ticks++;
        double wave = 10 * Math.sin(2 * Math.PI * ticks / PERIOD);
        List<MarketEvent> events = new ArrayList<>();
        trade(events, "SINE", wave, now);
        trade(events, "ANTI", -wave, now);
        return events;
    }

    @Override
    public MarketStatus status(Instant now) {
        return new MarketStatus(MarketPhase.OPEN, null, null, start);
    }

    private static void trade(List<MarketEvent> events, String text, double wave, Instant now) {
        var symbol = new Symbol(text);
        BigDecimal price = MIDDLE.add(BigDecimal.valueOf(wave)).setScale(2, RoundingMode.HALF_UP);
        events.add(new TopOfBook(symbol, price.subtract(CENT), price.add(CENT), BigDecimal.TEN, BigDecimal.TEN, now));
        events.add(new Trade(symbol, price, BigDecimal.ONE, now, null));
    }

    private static Instrument instrument(String symbol, String name) {
        return new Instrument(
                new Symbol(symbol),
                name,
                "Waves",
                "XXXX",
                "USD",
                CENT,
                MIDDLE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ONE);
    }
}
