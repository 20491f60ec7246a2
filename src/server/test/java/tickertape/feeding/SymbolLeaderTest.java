package tickertape.feeding;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.feeding.FeedRun.ACME;
import static tickertape.feeding.FeedRun.NOON;
import static tickertape.feeding.FeedRun.SILENCE;
import static tickertape.feeding.FeedRun.trade;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Of several sources of a symbol one leads: the preferred one, or another while that is silent.
class SymbolLeaderTest {

    @AutoClose
    private final FeedRun run = new FeedRun();

    @Test
    void preferredSourceWinsAndTheOtherStandsBy() throws InterruptedException {
        run.send(run.b, trade("ACME", "10"));
        run.send(run.a, trade("ACME", "11"));
        run.send(run.b, trade("ACME", "12"));

        assertThat(run.prices()).containsExactly("10", "11");
        assertThat(run.b.info().standby()).isEqualTo(1);
        assertThat(run.a.info().symbols()).isEqualTo(1);
        assertThat(run.b.info().symbols()).isZero();
    }

    @Test
    void otherTakesOverWhenThePreferredFallsSilentAndGivesBack() throws InterruptedException {
        run.send(run.a, trade("ACME", "10"));
        run.pass(SILENCE);
        run.send(run.b, trade("ACME", "11"));
        assertThat(run.prices()).containsExactly("10");
        run.pass(Duration.ofMillis(1));
        run.send(run.b, trade("ACME", "12"));
        assertThat(run.prices()).containsExactly("12");
        // What it had said before was held back.
        assertThat(run.feed.gaps()).containsExactly(ACME);
        run.send(run.a, trade("ACME", "13"));
        run.send(run.b, trade("ACME", "14"));

        assertThat(run.prices()).containsExactly("13");
        assertThat(run.feed.gaps()).isEmpty();
    }

    @Test
    void emptyLineIsASignOfLife() throws InterruptedException {
        run.send(run.a, trade("ACME", "10"));
        run.pass(SILENCE);
        run.a.hear(run.nanos.get());
        run.pass(SILENCE);
        run.send(run.b, trade("ACME", "11"));

        assertThat(run.prices()).containsExactly("10");
    }

    @Test
    void takeoverThatMissesNothingLeavesNoMark() throws InterruptedException {
        run.send(run.a, trade("ACME", "10"));
        run.feed.tick(NOON);
        run.pass(SILENCE.plusMillis(1));
        run.send(run.b, trade("ACME", "11"));

        assertThat(run.prices()).containsExactly("11");
        assertThat(run.feed.gaps()).isEmpty();
    }

    @Test
    void amongSourcesThatAreNotListedWhoeverLeadsGoesOn() throws InterruptedException {
        SourceTracker x = run.sources.source("X");
        SourceTracker y = run.sources.source("Y");
        run.send(x, trade("ACME", "1"));
        run.send(y, trade("ACME", "2"));
        assertThat(run.prices()).containsExactly("1");
        run.pass(SILENCE.plusMillis(1));
        run.send(y, trade("ACME", "3"));
        assertThat(run.prices()).containsExactly("3");
        run.send(x, trade("ACME", "4"));

        assertThat(run.prices()).isEmpty();
    }
}
