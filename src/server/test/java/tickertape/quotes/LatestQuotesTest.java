package tickertape.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tickertape.market.Market;
import tickertape.market.Samples;
import tickertape.market.ScriptedFeed;
import tickertape.tape.Position;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// What a request reads, and the position by which that is known.
class LatestQuotesTest {

    private static final Symbol ACME = new Symbol("ACME");
    private static final Symbol BETA = new Symbol("BETA");

    private final Market market = new Market(new ScriptedFeed("ACME", "BETA"));
    private final LatestQuotes latest = new LatestQuotes(market.instruments(), "e0");

    @Test
    void beforeTheFirstQuoteThePositionIsTheTapesBeginning() {
        var snapshot = latest.snapshot(any -> true);

        assertThat(snapshot.quotes()).isEmpty();
        assertThat(snapshot.position()).isEqualTo(new Position("e0", 0));
    }

    @Test
    void quotesAreInTheOrderOfTheInstrumentsWhicheverCameFirst() {
        latest.put(List.of(quote(BETA)), new Position("e0", 1));
        latest.put(List.of(quote(ACME)), new Position("e0", 2));

        assertThat(latest.snapshot(any -> true).quotes())
                .extracting(Quote::symbol)
                .containsExactly(ACME, BETA);
    }

    @Test
    void positionIsThatOfTheLastChangeToAnySelectedQuote() {
        latest.put(List.of(quote(ACME), quote(BETA)), new Position("e0", 9));
        latest.put(List.of(quote(BETA)), new Position("e0", 12));

        assertThat(latest.snapshot(ACME::equals).position()).isEqualTo(new Position("e0", 9));
        assertThat(latest.snapshot(BETA::equals).position()).isEqualTo(new Position("e0", 12));
        assertThat(latest.snapshot(any -> true).position()).isEqualTo(new Position("e0", 12));
    }

    @Test
    void snapshotIsNotChangedByTheNextTick() {
        latest.put(List.of(quote(ACME)), new Position("e0", 1));

        var snapshot = latest.snapshot(any -> true);
        latest.put(List.of(Samples.quote("ACME", Map.of("seq", 2L)), quote(BETA)), new Position("e0", 3));

        assertThat(snapshot.quotes()).containsExactly(quote(ACME));
        assertThat(latest.snapshot(any -> true).quotes()).extracting(Quote::seq).containsExactly(2L, 1L);
    }

    private static Quote quote(Symbol symbol) {
        return Samples.quote(symbol.text());
    }
}
