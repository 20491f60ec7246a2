package tickertape.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tickertape.market.Market;
import tickertape.market.ScriptedFeed;
import tickertape.tape.DelayedTape;
import tickertape.tape.Draft;
import tickertape.tape.Position;
import tickertape.tape.Tape;
import tickertape.tape.TopicDefinition;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;
import tickertape.web.JsonbProvider;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// Requests of those who see prices late get what the delayed tape has, as exactly as others get theirs.
class DelayedPricesTest {

    private static final Symbol ACME = new Symbol("ACME");
    private static final Instant NOON = Instant.parse("2026-01-05T17:00:00.000001Z");
    private static final Duration DELAY = Duration.ofMinutes(15);

    private final Market market = new Market(new ScriptedFeed("ACME"));
    private final TopicDefinition quote = QuoteBeans.quote(market);
    private final TopicDefinition trade = QuoteBeans.trade(market);
    private final FakeTime time = new FakeTime();
    private final Jsonb jsonb = JsonbProvider.create();
    private final Tape tape = Tapes.tape(10, time, quote, trade);
    private final DelayedPrices prices = new DelayedPrices(
            quote, trade, new LatestQuotes(market.instruments(), Tapes.EPOCH), new LatestTrades(Tapes.EPOCH), jsonb);
    private final DelayedTape delayed = new DelayedTape(tape, DELAY, 1 << 20, List.of(prices));

    @Test
    void quotesAndTradesComeWhenTheyAreOldEnoughAsTheyWere() {
        Quote published = quote("9.50");
        var sold = new Trade(ACME, new BigDecimal("9.50"), new BigDecimal("100"), NOON, NOON);
        Position position = tape.append(List.of(
                new Draft(trade, "ACME", jsonb.toJson(sold)), new Draft(quote, "ACME", jsonb.toJson(published))));

        time.pass(DELAY.minusNanos(1));
        delayed.release();
        assertThat(prices.quotes().snapshot(ACME::equals).quotes()).isEmpty();
        assertThat(prices.trades().snapshot(ACME, 5).trades()).isEmpty();
        assertThat(prices.quotes().snapshot(ACME::equals).position()).isEqualTo(new Position(Tapes.EPOCH, 0));

        time.pass(Duration.ofNanos(1));
        delayed.release();
        assertThat(prices.quotes().snapshot(ACME::equals))
                .isEqualTo(new LatestQuotes.Snapshot(position, List.of(published), false));
        assertThat(prices.trades().snapshot(ACME, 5)).isEqualTo(new LatestTrades.Snapshot(position, List.of(sold)));
    }

    private static Quote quote(String last) {
        var price = new BigDecimal(last);
        var one = new BigDecimal("0.0000001");
        return new Quote(
                ACME,
                null,
                null,
                null,
                null,
                price,
                one,
                price,
                price,
                price,
                new BigDecimal("10.00"),
                price.subtract(new BigDecimal("10.00")),
                new BigDecimal("-5.00"),
                new BigDecimal("1200"),
                7,
                NOON,
                NOON,
                QuoteStatus.TRADING);
    }
}
