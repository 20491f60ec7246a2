package tickertape.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickertape.market.Market;
import tickertape.market.MarketState;
import tickertape.market.Samples;
import tickertape.market.ScriptedFeed;
import tickertape.tape.Draft;
import tickertape.tape.Tape;
import tickertape.tape.TapeReplica;
import tickertape.tape.TopicDefinition;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;
import tickertape.web.JsonbProvider;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;

/// Quotes, trades and the status that another server has published are known here as if by this one.
class RepeatedPricesTest {

    private static final MarketStatus OPEN = new MarketStatus(MarketPhase.OPEN, null, null, Samples.NOON);

    private final FakeTime time = new FakeTime();
    private final Market market = new Market(new ScriptedFeed("ACME"));
    private final TopicDefinition quotes = QuoteBeans.quote(market);
    private final TopicDefinition trades = QuoteBeans.trade(market);
    private final TopicDefinition statuses = QuoteBeans.status();
    private final Jsonb jsonb = JsonbProvider.create();
    private final LatestQuotes latest = new LatestQuotes(market.instruments(), "own");
    private final LatestTrades latestTrades = new LatestTrades("own");
    private final RepeatedPrices prices =
            new RepeatedPrices(new DelayedPrices(quotes, trades, latest, latestTrades, jsonb), statuses);
    private final TapeReplica replica =
            new TapeReplica(new Tape("own", Set.of(quotes, trades, statuses), 10, 10, time::nanoTime), List.of(prices));

    private final Quote quote = Samples.quote("ACME", Map.of("seq", 7L));

    @Test
    void nothingIsKnownBeforeAnythingIsRead() {
        assertThat(prices.state()).isEqualTo(MarketState.UNKNOWN);
    }

    @Test
    void whatIsOnTheTapeIsWhereTheMarketStands() {
        publish();

        assertThat(prices.state()).isEqualTo(new MarketState(OPEN, List.of(quote)));
        assertThat(latest.snapshot(symbol -> true).position()).hasToString("all-3");
        assertThat(latestTrades.snapshot(Samples.ACME, 5).trades()).hasSize(1);
    }

    @Test
    void quotesAreStaleAtRestWhenNothingIsHeardButNotOnTheTape() {
        publish();
        String tag = latest.snapshot(symbol -> true).tag();

        latest.setStale(true);

        LatestQuotes.Snapshot stale = latest.snapshot(symbol -> true);
        assertThat(stale.quotes()).containsExactly(quote.with(QuoteStatus.STALE));
        assertThat(stale.tag()).isNotEqualTo(tag);
        assertThat(prices.state().quotes()).containsExactly(quote);
        latest.setStale(false);
        assertThat(latest.snapshot(symbol -> true).tag()).isEqualTo(tag);
    }

    @Test
    void tapeThatBeginsAnewForgets() {
        publish();

        replica.begin(Tapes.beginning("new"));

        assertThat(prices.state()).isEqualTo(MarketState.UNKNOWN);
        assertThat(latest.snapshot(symbol -> true).position()).hasToString("new-0");
        assertThat(latestTrades.snapshot(Samples.ACME, 5).position()).hasToString("new-0");
    }

    private void publish() {
        replica.begin(Tapes.beginning("all"));
        replica.append(TapeReplica.batch(List.of(
                new Draft(statuses, "", jsonb.toJson(OPEN)),
                new Draft(trades, "ACME", jsonb.toJson(Samples.trade("ACME", "100.00", "100"))),
                new Draft(quotes, "ACME", jsonb.toJson(quote)))));
    }
}
