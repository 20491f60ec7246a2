package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.testing.Tapes.QUOTE;
import static tickertape.testing.Tapes.TRADE;
import static tickertape.testing.Tapes.batch;
import static tickertape.testing.Tapes.both;
import static tickertape.testing.Tapes.only;
import static tickertape.testing.Tapes.order;
import static tickertape.testing.Tapes.text;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;

/// What waits has a bound: what comes beyond it is merged, and never comes early.
class DelayMemoryTest {

    private static final Duration DELAY = Duration.ofSeconds(100);
    /// The delay has a hundred of them.
    private static final Duration SLOT = Duration.ofSeconds(1);
    /// Room for a batch or two in each slot.
    private static final long MEMORY = 100 * 1000;

    private final FakeTime time = new FakeTime();
    private final Tape now = Tapes.tape(1000, time, QUOTE, TRADE, Tapes.ORDER);
    private final DelayedTape delayed = new DelayedTape(now, DELAY, MEMORY, List.of());
    private final Cursor reader = Readers.fresh(delayed.tape(), both());

    /// Ticks ten times in a second.
    private void second(String shorthand) {
        for (int tick = 0; tick < 10; tick++) {
            now.append(batch(shorthand.replace("#", Integer.toString(tick))));
            time.pass(SLOT.dividedBy(10));
            delayed.release();
        }
    }

    @Test
    void nothingIsMergedWhereThereIsRoom() {
        reader.next();
        now.append(batch("qA1"));
        now.append(batch("tA1"));

        time.pass(DELAY);
        delayed.release();

        assertThat(text(reader.next())).isEqualTo("1:quote=1 2:trade=1");
        assertThat(delayed.merged()).isZero();
    }

    @Test
    void whatComesBeyondIsMergedAndItsTradesAreLost() {
        reader.next();
        second("qA# tA#");
        assertThat(delayed.merged()).isPositive();

        // What was merged waits as long as the newest of it.
        time.pass(DELAY.minus(SLOT.dividedBy(5)));
        delayed.release();
        assertThat(text(reader.next())).doesNotContain("quote=9");

        time.pass(SLOT);
        delayed.release();
        ReadResult read = reader.next();
        assertThat(text(read)).isEqualTo("19:quote=9");
        assertThat(read.lost()).containsExactly(TRADE);
    }

    @Test
    void privateMessagesBeyondAreLostToTheirOwnersWithAWord() {
        var filter = new Filter(Set.of(Tapes.ORDER), Map.of());
        Cursor owner = Readers.fresh(delayed.tape(), filter, "ann");
        owner.next();
        for (int i = 0; i < 20; i++) {
            now.append(List.of(order("ann", Integer.toString(i))));
        }

        time.pass(DELAY);
        delayed.release();

        assertThat(owner.next().lost()).containsExactly(Tapes.ORDER);
    }

    @Test
    void howeverMuchComesTheMemoryHasABoundAndSomethingIsReleasedEachSecond() {
        Cursor quotes = Readers.fresh(delayed.tape(), only(QUOTE));
        for (int i = 0; i < 100; i++) {
            second("qA# qB# qC# tA# tB# tC#");
        }
        for (int i = 0; i < 100; i++) {
            second("qA# qB# qC# tA# tB# tC#");

            assertThat(delayed.waiting()).isLessThan(2 * MEMORY);
            assertThat(quotes.next().isEmpty()).isFalse();
        }
    }

    @Test
    void ofSeveralLossesInOneBatchTheLastOneCounts() {
        Tape late = Tapes.tape(5, time, QUOTE, Tapes.ORDER);
        long before = 2L * Position.PARTS;
        var losses = new LinkedHashSet<>(List.of(
                new Batch.Loss(QUOTE, Optional.empty(), 2 * before), new Batch.Loss(QUOTE, Optional.empty(), before)));

        late.append(new Batch(2 * before, time.nanoTime(), Map.of(), Map.of(), losses));

        assertThat(late.end()).isEqualTo(new Position(Tapes.EPOCH, 4));
        Cursor between = Readers.resuming(late, only(QUOTE), new Position(Tapes.EPOCH, 3));
        assertThat(between.next().resume()).isEqualTo(ResumeOutcome.CONFLATED);
    }

    @Test
    void whatHasWaitedTakesNoMemory() {
        second("qA# tA#");

        time.pass(DELAY);
        delayed.release();

        assertThat(delayed.waiting()).isZero();
        assertThat(delayed.tape().end()).isEqualTo(now.end());
    }
}
