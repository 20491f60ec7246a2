package tickertape.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tickertape.market.Market;
import tickertape.market.Samples;
import tickertape.market.ScriptedFeed;
import tickertape.tape.Position;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// What is shown to who asks once, and by which position it is known.
class LatestQuotesTest {

    private static final Symbol ACME = new Symbol("ACME");
    private static final Symbol BETA = new Symbol("BETA");

    private final Market market = new Market(new ScriptedFeed("ACME", "BETA"));
    private final LatestQuotes board = new LatestQuotes(market.instruments(), "e0");

    @Test
    void emptyBoardIsAtTheTapesBeginning() {
        var sheet = board.sheet(any -> true);

        assertThat(sheet.quotes()).isEmpty();
        assertThat(sheet.position()).isEqualTo(new Position("e0", 0));
    }

    @Test
    void quotesAreInTheOrderOfTheInstrumentsWhicheverCameFirst() {
        board.post(List.of(quote(BETA)), new Position("e0", 1));
        board.post(List.of(quote(ACME)), new Position("e0", 2));

        assertThat(board.sheet(any -> true).quotes()).extracting(Quote::symbol).containsExactly(ACME, BETA);
    }

    @Test
    void positionIsThatOfTheLastChangeToAnyOfTheChosen() {
        board.post(List.of(quote(ACME), quote(BETA)), new Position("e0", 9));
        board.post(List.of(quote(BETA)), new Position("e0", 12));

        assertThat(board.sheet(ACME::equals).position()).isEqualTo(new Position("e0", 9));
        assertThat(board.sheet(BETA::equals).position()).isEqualTo(new Position("e0", 12));
        assertThat(board.sheet(any -> true).position()).isEqualTo(new Position("e0", 12));
    }

    private static Quote quote(Symbol symbol) {
        return Samples.quote(symbol.text());
    }
}
