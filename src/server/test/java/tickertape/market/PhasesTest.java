package tickertape.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tickertape.market.Samples.ACME;
import static tickertape.market.Samples.NOON;
import static tickertape.market.Samples.decimal;
import static tickertape.market.Samples.quotesAfter;
import static tickertape.market.Samples.tick;
import static tickertape.market.Samples.top;
import static tickertape.market.Samples.trade;
import static tickertape.wire.MarketPhase.CLOSED;
import static tickertape.wire.MarketPhase.HALTED;
import static tickertape.wire.MarketPhase.OPEN;
import static tickertape.wire.MarketPhase.PRE;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;
import tickertape.wire.TradingHalt;

/// The market tells its phases, and its quotes follow them.
class PhasesTest {

    private final ScriptedFeed feed = new ScriptedFeed("ACME", "BETA");
    private final Market market = new Market(feed);

    @Test
    void statusIsToldAtTheStartAndAtEachChange() {
        assertThat(phaseTold()).isEqualTo(OPEN);
        assertThat(phaseTold()).isNull();

        turn(CLOSED);
        assertThat(phaseTold()).isEqualTo(CLOSED);
        assertThat(phaseTold()).isNull();
    }

    @Test
    void forecastThatMovesIsToldToo() {
        feed.status = new MarketStatus(OPEN, CLOSED, NOON.plusSeconds(60), NOON);
        tick(market);

        feed.status = new MarketStatus(OPEN, CLOSED, NOON.plusSeconds(61), NOON);
        assertThat(tick(market).status()).isNull();

        feed.status = new MarketStatus(OPEN, CLOSED, NOON.plusSeconds(63), NOON);
        assertThat(tick(market).status()).isEqualTo(feed.status);
    }

    @Test
    void quotesCloseWithTheMarketAndAreNotStale() {
        feed.next(trade("ACME", "101.00", "1"));
        tick(market);

        turn(CLOSED);
        List<Quote> closed = tick(market).quotes();
        List<Quote> later = quotesAfter(2_000, market);

        assertThat(closed).extracting(Quote::seq, Quote::status).containsExactly(tuple(2L, QuoteStatus.CLOSED));
        assertThat(later).isEqualTo(closed);
    }

    @Test
    void newDayBeginsAtTheLastCloseWithoutABook() {
        feed.next(top("ACME", "100.90", "101.00"), trade("ACME", "101.00", "300"), trade("ACME", "99.00", "1"));
        tick(market);
        turn(CLOSED);
        tick(market);

        turn(PRE);
        Quote morning = tick(market).quotes().getFirst();

        assertThat(List.of(morning.previousClose(), morning.last(), morning.open(), morning.high(), morning.low()))
                .containsOnly(decimal("99.00"));
        assertThat(List.of(
                        morning.volume(), morning.lastSize(), morning.change().stripTrailingZeros()))
                .containsOnly(decimal("0"));
        assertThat(morning.bid()).isNull();
        assertThat(morning.seq()).isEqualTo(3);
        assertThat(morning.status()).isEqualTo(QuoteStatus.CLOSED);
    }

    @Test
    void firstTradeOfTheNewDayOpensIt() {
        feed.next(trade("ACME", "101.00", "300"));
        tick(market);
        turn(CLOSED);
        tick(market);

        turn(OPEN);
        feed.next(trade("ACME", "98.00", "5"));
        Quote opened = tick(market).quotes().getFirst();

        assertThat(List.of(opened.open(), opened.high(), opened.low())).containsOnly(decimal("98.00"));
        assertThat(opened.previousClose()).isEqualTo(decimal("101.00"));
        assertThat(opened.change()).isEqualTo(decimal("-3.00"));
        assertThat(opened.volume()).isEqualTo(decimal("5"));
        assertThat(opened.seq()).isEqualTo(3);
        assertThat(opened.status()).isEqualTo(QuoteStatus.TRADING);
    }

    @Test
    void firstMorningShowsAllInstrumentsAtTheirPreviousClose() {
        turn(PRE);

        List<Quote> quotes = tick(market).quotes();

        assertThat(quotes)
                .extracting(Quote::last, Quote::status, Quote::time)
                .containsExactly(
                        tuple(decimal("100.00"), QuoteStatus.CLOSED, NOON),
                        tuple(decimal("100.00"), QuoteStatus.CLOSED, NOON));
    }

    @Test
    void sourceThatIsSilentAllMorningTurnsStale() {
        turn(PRE);
        tick(market);
        turn(OPEN);

        assertThat(quotesAfter(1, market)).extracting(Quote::status).containsOnly(QuoteStatus.TRADING);
        assertThat(quotesAfter(1_000, market)).extracting(Quote::status).containsOnly(QuoteStatus.STALE);
    }

    @Test
    void marketIsHaltedWhenAllItsInstrumentsAre() {
        feed.next(new TradingHalt(ACME, NOON));
        feed.next(new TradingHalt(new Symbol("BETA"), NOON));
        feed.next(trade("ACME", "101.00", "1"));

        assertThat(phaseTold()).isEqualTo(OPEN);
        assertThat(phaseTold()).isEqualTo(HALTED);
        assertThat(phaseTold()).isEqualTo(OPEN);
    }

    @Test
    void haltOutlastsTheNight() {
        feed.next(new TradingHalt(ACME, NOON));
        tick(market);

        turn(CLOSED);
        assertThat(quotesAfter(1, market).getFirst().status()).isEqualTo(QuoteStatus.CLOSED);

        turn(OPEN);
        assertThat(quotesAfter(1, market).getFirst().status()).isEqualTo(QuoteStatus.HALTED);
    }

    private void turn(MarketPhase phase) {
        feed.status = new MarketStatus(phase, null, null, NOON);
    }

    private @Nullable MarketPhase phaseTold() {
        MarketStatus status = tick(market).status();
        return status == null ? null : status.phase();
    }
}
