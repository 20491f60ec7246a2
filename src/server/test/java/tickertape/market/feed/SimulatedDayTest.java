package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.wire.MarketPhase.CLOSED;
import static tickertape.wire.MarketPhase.OPEN;
import static tickertape.wire.MarketPhase.PRE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tickertape.market.MarketDriver;
import tickertape.market.Tick;
import tickertape.market.feed.simulation.Pace;
import tickertape.market.feed.simulation.TradingDay;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Trade;

/// A compressed trading day: a morning, a session, a night, and another one.
class SimulatedDayTest {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration LENGTH = Duration.ofMinutes(160);
    private static final int HOUR = 1_200;
    private static final int DAY = 8 * HOUR;
    private static final int CLOSE = DAY - HOUR / 2;

    private final MarketDriver market = market(3);

    @Test
    void phasesFollowOneAnotherAtTheForecastTimes() {
        List<MarketStatus> published = run(market, 0, 2 * DAY).stream()
                .map(Tick::status)
                .filter(Objects::nonNull)
                .toList();

        assertThat(published)
                .containsExactly(
                        new MarketStatus(PRE, OPEN, at(HOUR), at(0)),
                        new MarketStatus(OPEN, CLOSED, at(CLOSE), at(HOUR)),
                        new MarketStatus(CLOSED, PRE, at(DAY), at(CLOSE)),
                        new MarketStatus(PRE, OPEN, at(DAY + HOUR), at(DAY)),
                        new MarketStatus(OPEN, CLOSED, at(DAY + CLOSE), at(DAY + HOUR)),
                        new MarketStatus(CLOSED, PRE, at(2 * DAY), at(DAY + CLOSE)));
    }

    @Test
    void nothingHappensOutsideTheSession() {
        List<Tick> ticks = run(market, 0, DAY);

        assertThat(ticks.subList(0, HOUR)).flatExtracting(Tick::trades).isEmpty();
        assertThat(ticks.subList(HOUR, CLOSE)).flatExtracting(Tick::trades).isNotEmpty();
        assertThat(ticks.subList(CLOSE, DAY)).flatExtracting(Tick::trades).isEmpty();
        assertThat(ticks.subList(1, HOUR)).flatExtracting(Tick::quotes).isEmpty();
        assertThat(ticks.get(CLOSE).quotes()).extracting(Quote::status).containsOnly(QuoteStatus.CLOSED);
        assertThat(ticks.subList(CLOSE + 1, DAY)).flatExtracting(Tick::quotes).isEmpty();
    }

    @Test
    void quotesRollOverToTheNextDay() {
        run(market, 0, DAY);
        Quote night = market.quotes().getFirst();

        run(market, DAY, HOUR);
        Quote morning = market.quotes().getFirst();
        Tick opening = run(market, DAY + HOUR, 1).getFirst();
        Quote opened = opening.quotes().getFirst();
        Trade first = opening.trades().stream()
                .filter(trade -> trade.symbol().equals(opened.symbol()))
                .findFirst()
                .orElseThrow();

        assertThat(night.volume()).isGreaterThan(morning.volume());
        assertThat(morning.seq()).isEqualTo(night.seq() + 1);
        assertThat(morning.previousClose()).isEqualTo(night.last());
        assertThat(opened.seq()).isEqualTo(night.seq() + 2);
        assertThat(opened.previousClose()).isEqualTo(night.last());
        assertThat(opened.open()).isEqualTo(first.price()).isNotEqualTo(night.last());
        assertThat(opened.status()).isEqualTo(QuoteStatus.TRADING);
    }

    @Test
    void sessionIsBusiestAtItsEnds() {
        List<Tick> ticks = run(market, 0, DAY);

        long opening = trades(ticks.subList(HOUR, 2 * HOUR));
        long noon = trades(ticks.subList(4 * HOUR, 5 * HOUR));
        long closing = trades(ticks.subList(CLOSE - HOUR, CLOSE));

        assertThat(opening).isGreaterThan(2 * noon);
        assertThat(closing).isGreaterThan(2 * noon);
    }

    @Test
    void sameSeedBringsTheSameDays() {
        List<Quote> quotes = quotesOf(run(market(3), 0, DAY + 2 * HOUR));

        assertThat(quotes).isNotEmpty().isEqualTo(quotesOf(run(market, 0, DAY + 2 * HOUR)));
    }

    @Test
    void shortestDayHasEveryPhaseToo() {
        TradingDay day = TradingDay.compressed(INTERVAL.multipliedBy(16), INTERVAL);
        MarketDriver hasty = new MarketDriver(new SimulatedFeed(InstrumentList.first(1), 1, day, Pace.STEADY));

        assertThat(run(hasty, 0, 32).stream().map(Tick::status).filter(Objects::nonNull))
                .extracting(MarketStatus::phase)
                .containsExactly(PRE, OPEN, CLOSED, PRE, OPEN, CLOSED);
    }

    private static MarketDriver market(long seed) {
        TradingDay day = TradingDay.compressed(LENGTH, INTERVAL);
        return new MarketDriver(new SimulatedFeed(InstrumentList.first(5), seed, day, Pace.BURSTY));
    }

    private static List<Tick> run(MarketDriver market, int from, int ticks) {
        List<Tick> brought = new ArrayList<>();
        for (int tick = from; tick < from + ticks; tick++) {
            brought.add(market.tick(at(tick)));
        }
        return brought;
    }

    private static long trades(List<Tick> ticks) {
        return ticks.stream().mapToLong(tick -> tick.trades().size()).sum();
    }

    private static List<Quote> quotesOf(List<Tick> ticks) {
        return ticks.stream().flatMap(tick -> tick.quotes().stream()).toList();
    }

    private static Instant at(int tick) {
        return ObservedInstrument.OPEN.plus(INTERVAL.multipliedBy(tick));
    }
}
