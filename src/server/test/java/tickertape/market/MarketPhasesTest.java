package tickertape.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tickertape.market.Samples.ACME;
import static tickertape.market.Samples.NOON;
import static tickertape.market.Samples.decimal;
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

/// The market publishes its phases, and its quotes follow them.
class MarketPhasesTest {

    private final ScriptedFeed feed = new ScriptedFeed("ACME", "BETA");
    private final MarketDriver market = new MarketDriver(feed);

    @Test
    void statusIsPublishedAtTheStartAndAtEachChange() {
        assertThat(publishedPhase()).isEqualTo(OPEN);
        assertThat(publishedPhase()).isNull();

        turn(CLOSED);
        assertThat(publishedPhase()).isEqualTo(CLOSED);
        assertThat(publishedPhase()).isNull();
    }

    @Test
    void forecastThatMovesIsPublishedToo() {
        feed.status = new MarketStatus(OPEN, CLOSED, NOON.plusSeconds(60), NOON);
        market.tick();

        feed.status = new MarketStatus(OPEN, CLOSED, NOON.plusSeconds(61), NOON);
        assertThat(market.tick().status()).isNull();

        feed.status = new MarketStatus(OPEN, CLOSED, NOON.plusSeconds(63), NOON);
        assertThat(market.tick().status()).isEqualTo(feed.status);
    }

    @Test
    void quotesCloseWithTheMarketAndAreNotStale() {
        feed.next(trade("ACME", "101.00", "1"));
        market.tick();

        turn(CLOSED);
        List<Quote> closed = market.tick().quotes();
        List<Quote> later = market.quotesAfter(2_000);

        assertThat(closed).extracting(Quote::seq, Quote::status).containsExactly(tuple(2L, QuoteStatus.CLOSED));
        assertThat(later).isEqualTo(closed);
    }

    @Test
    void newDayBeginsAtTheLastCloseWithoutABook() {
        feed.next(top("ACME", "100.90", "101.00"), trade("ACME", "101.00", "300"), trade("ACME", "99.00", "1"));
        market.tick();
        turn(CLOSED);
        market.tick();

        turn(PRE);
        Quote morning = market.tick().quotes().getFirst();

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
        market.tick();
        turn(CLOSED);
        market.tick();

        turn(OPEN);
        feed.next(trade("ACME", "98.00", "5"));
        Quote opened = market.tick().quotes().getFirst();

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

        List<Quote> quotes = market.tick().quotes();

        assertThat(quotes)
                .extracting(Quote::last, Quote::status, Quote::time)
                .containsExactly(
                        tuple(decimal("100.00"), QuoteStatus.CLOSED, NOON),
                        tuple(decimal("100.00"), QuoteStatus.CLOSED, NOON));
    }

    @Test
    void sourceThatIsSilentAllMorningTurnsStale() {
        turn(PRE);
        market.tick();
        turn(OPEN);

        assertThat(market.quotesAfter(1)).extracting(Quote::status).containsOnly(QuoteStatus.TRADING);
        assertThat(market.quotesAfter(1_000)).extracting(Quote::status).containsOnly(QuoteStatus.STALE);
    }

    @Test
    void marketIsHaltedWhenAllItsInstrumentsAre() {
        feed.next(new TradingHalt(ACME, NOON));
        feed.next(new TradingHalt(new Symbol("BETA"), NOON));
        feed.next(trade("ACME", "101.00", "1"));

        assertThat(publishedPhase()).isEqualTo(OPEN);
        assertThat(publishedPhase()).isEqualTo(HALTED);
        assertThat(publishedPhase()).isEqualTo(OPEN);
    }

    @Test
    void haltOutlastsTheNight() {
        feed.next(new TradingHalt(ACME, NOON));
        market.tick();

        turn(CLOSED);
        assertThat(market.quotesAfter(1).getFirst().status()).isEqualTo(QuoteStatus.CLOSED);

        turn(OPEN);
        assertThat(market.quotesAfter(1).getFirst().status()).isEqualTo(QuoteStatus.HALTED);
    }

    private void turn(MarketPhase phase) {
        feed.status = new MarketStatus(phase, null, null, NOON);
    }

    private @Nullable MarketPhase publishedPhase() {
        MarketStatus status = market.tick().status();
        return status == null ? null : status.phase();
    }
}
