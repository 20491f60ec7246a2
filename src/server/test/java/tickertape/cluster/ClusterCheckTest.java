package tickertape.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickertape.market.Feed;
import tickertape.market.Market;
import tickertape.market.Samples;
import tickertape.market.ScriptedFeed;
import tickertape.market.feed.SimulatedFeed;
import tickertape.market.feed.simulation.Pace;
import tickertape.market.feed.simulation.TradingDay;
import tickertape.tape.SharedTopics;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;

/// What can't be shared keeps a server from starting, and is named.
class ClusterCheckTest {

    private static final String POSTGRES = "jdbc:postgresql://db.example/tickertape";
    private static final SharedTopics READY = new SharedTopics(Set.of("quote", "trade", "status"));

    private final Feed simulated = new SimulatedFeed(
            List.of(Samples.instrument("ACME")), 1, TradingDay.endless(Duration.ofMillis(250)), Pace.BURSTY);

    @Test
    void whatIsReadyStarts() {
        assertThatCode(() -> check(simulated, POSTGRES, READY)).doesNotThrowAnyException();
    }

    @Test
    void topicsThatNobodySaysAreReadyAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(simulated, POSTGRES, new SharedTopics(Set.of("status"))))
                .withMessageContaining("these topics can't be shared yet: quote, trade;");
    }

    @Test
    void databaseOfOneServerIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(simulated, "jdbc:h2:file:data", READY))
                .withMessageContaining("not 'jdbc:h2:file:data'");
    }

    @Test
    void feedThatKnowsNothingOfOthersIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(new ScriptedFeed("ACME"), POSTGRES, READY))
                .withMessageContaining("only a simulated one can");
    }

    private static void check(Feed feed, String database, SharedTopics ready) {
        new ClusterCheck(new Market(feed), Tapes.tape(10, new FakeTime()), database, List.of(ready)).run();
    }
}
