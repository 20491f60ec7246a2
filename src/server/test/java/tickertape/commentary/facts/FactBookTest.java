package tickertape.commentary.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.wire.MarketPhase;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// Facts are what the newest quotes add up to.
class FactBookTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void marketAddsUpItsInstruments(long seed) {
        var sample = new SampleFacts(seed, 30, MarketPhase.OPEN);
        List<Quote> quotes = sample.last().quotes();

        MarketFacts market = sample.market().market();

        assertThat(market.size()).isEqualTo(30);
        assertThat(market.up()).isEqualTo((int)
                quotes.stream().filter(quote -> quote.change().signum() > 0).count());
        assertThat(market.down()).isEqualTo((int)
                quotes.stream().filter(quote -> quote.change().signum() < 0).count());
        assertThat(market.up() + market.down() + market.unchanged()).isEqualTo(30);
        assertThat(market.gainers())
                .isNotEmpty()
                .allSatisfy(mover -> assertThat(mover.percent())
                        .isPositive()
                        .isLessThanOrEqualTo(market.gainers().getFirst().percent()));
        assertThat(market.losers())
                .isNotEmpty()
                .allSatisfy(mover -> assertThat(mover.percent())
                        .isNegative()
                        .isGreaterThanOrEqualTo(market.losers().getFirst().percent()));
        assertThat(market.sectors())
                .isSortedAccordingTo((one, other) -> other.percent().compareTo(one.percent()));
    }

    @Test
    void instrumentComesWithWhatIsAroundIt() {
        var sample = new SampleFacts(2, 30, MarketPhase.OPEN);

        StockFacts stock = sample.about(400).subject().orElseThrow();

        assertThat(stock.quote()).isEqualTo(sample.last().quotes().getFirst());
        assertThat(stock.time()).isEqualTo(SampleFacts.NOON);
        assertThat(stock.pace()).isPresent();
        assertThat(stock.sector().orElseThrow().name())
                .isEqualTo(stock.instrument().sector());
    }

    @Test
    void instrumentThatHasNoPriceIsNoSubject() {
        var book = new SampleFacts(1, 3, MarketPhase.OPEN).book();

        assertThat(book.about(new Symbol("NOPE"), List.of()).subject()).isEmpty();
        assertThat(new FactBook(List.of()).market().market().size()).isZero();
    }

    @Test
    void yearIsThatBeforeAndOnlyIfAllOfItIsKnown() {
        var sample = new SampleFacts(3, 3, MarketPhase.OPEN);

        assertThat(sample.about(300).subject().orElseThrow().yearHigh()).isEmpty();
        assertThat(sample.about(0).subject().orElseThrow().yearLow()).isEmpty();
        StockFacts whole = sample.about(400).subject().orElseThrow();
        BigDecimal highest = whole.days().subList(400 - 364, 400).stream()
                .map(day -> day.high())
                .reduce(BigDecimal::max)
                .orElseThrow();
        assertThat(whole.yearHigh()).hasValue(highest);
    }

    @Test
    void usualVolumeIsTheMeanOfTheLastDays() {
        Symbol symbol = new Symbol("SAA");
        var sample = new SampleFacts(3, 3, MarketPhase.OPEN);
        var days = List.of(1, 2, 3, 4, 6).stream()
                .map(volume -> SampleFacts.day(
                        symbol, SampleFacts.NOON, BigDecimal.TEN, BigDecimal.valueOf(volume * 1_000_000L)))
                .toList();

        StockFacts stock = sample.book().about(symbol, days).subject().orElseThrow();

        assertThat(stock.usualDays()).isEqualTo(5);
        assertThat(stock.usualVolume()).hasValue(BigDecimal.valueOf(3_200_000));
        assertThat(sample.about(4).subject().orElseThrow().usualVolume()).isEmpty();
    }
}
