package tickertape.market.ticker;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.market.Samples.trade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tickertape.market.Leadership;
import tickertape.market.Market;
import tickertape.market.MarketState;
import tickertape.market.Samples;
import tickertape.market.ScriptedFeed;
import tickertape.market.Tick;
import tickertape.testing.FakeTime;
import tickertape.web.monitoring.ProgressMonitor;

/// Only a server that leads moves the market; listeners get what lies on the tape.
class LeadershipTest {

    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final FakeTime time = new FakeTime();
    private final ScriptedFeed feed = new ScriptedFeed("ACME");
    private final Market market = new Market(feed);
    private final List<Tick> published = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private final TickListeners listeners =
            new TickListeners(List.of(new FakeListener("alerts", tick -> {})), time::nanoTime);
    private MarketState state = MarketState.UNKNOWN;
    private long term;
    private boolean inTouch = true;
    private int follows;
    private Runnable atFollow = () -> {};
    private Runnable atPublish = () -> {};

    @Test
    void serverThatFollowsMovesNothingAndKnowsWhatThereIs() {
        feed.next(trade("ACME", "101.00", "1"));
        state = new MarketState(null, List.of(Samples.quote("ACME")));
        TickLoop loop = loop();

        tick(loop);

        assertThat(published).isEmpty();
        assertThat(market.coverage()).isEqualTo(new Market.Coverage(1, 0));
        inTouch = false;
        tick(loop);
        assertThat(market.coverage().silent()).isTrue();
    }

    @Test
    void serverThatLeadsMovesTheMarket() {
        feed.next(trade("ACME", "101.00", "1"));
        TickLoop loop = loop();
        tick(loop);

        term = 1;
        tick(loop);

        assertThat(published).hasSize(1);
        assertThat(published.getFirst().trades()).hasSize(1);
    }

    @Test
    void serverBeginsToLeadOnceAlsoIfItsFirstTickFails() {
        feed.next(trade("ACME", "101.00", "1"));
        term = 1;
        TickLoop loop = loop();
        atFollow = () -> follows++;
        atPublish = () -> {
            throw new IllegalStateException("no");
        };
        tick(loop);
        atPublish = () -> {};
        // What readers have been told by now is less than what this server knows.
        state = new MarketState(null, List.of(Samples.quote("ACME")));

        tick(loop);

        assertThat(follows).isEqualTo(1);
        assertThat(published).hasSize(1);
    }

    @Test
    void tickThatTookLongerThanTheLeadIsNotPublished() {
        feed.next(trade("ACME", "101.00", "1"));
        term = 1;
        atFollow = () -> term = 2;

        tick(loop());

        assertThat(published).isEmpty();
    }

    @Test
    void listenersGetATickOnlyWhenItIsPublished() {
        term = 1;
        TickLoop loop = loop();

        tick(loop);
        assertThat(listeners.threads().getFirst().depth()).isZero();
        waiting.removeFirst().run();

        assertThat(listeners.threads().getFirst().depth()).isEqualTo(1);
    }

    private TickLoop loop() {
        var publisher = new TickPublisher() {
            @Override
            public void publish(Tick tick) {
                throw new IllegalStateException("nobody would know when it is published");
            }

            @Override
            public void publish(Tick tick, Runnable then) {
                atPublish.run();
                published.add(tick);
                waiting.add(then);
            }

            @Override
            public MarketState follow(boolean heard) {
                atFollow.run();
                return state;
            }
        };
        var leadership = new Leadership() {
            @Override
            public long term() {
                return term;
            }

            @Override
            public boolean inTouch() {
                return inTouch;
            }
        };
        return new TickLoop(
                market,
                leadership,
                publisher,
                listeners,
                INTERVAL,
                new ProgressMonitor(INTERVAL, time::nanoTime),
                new MarketMetrics(listeners),
                time,
                time::nanoTime);
    }

    private void tick(TickLoop loop) {
        time.pass(INTERVAL);
        loop.run();
    }
}
