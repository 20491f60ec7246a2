package tickertape.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/// Whoever waits for what lay in the log is told when it is there, and never left without an answer.
class CatchUpTest {

    private final CatchUp catchUp = new CatchUp();
    private final List<String> told = new ArrayList<>();

    @Test
    void whoAsksIsToldWhenAllLiesOnTheTapeThatWasInTheLogThen() {
        catchUp.open();
        ask("first");
        catchUp.look(() -> 7);
        ask("second");
        catchUp.reached(6);
        assertThat(told).isEmpty();

        catchUp.reached(7);
        assertThat(told).containsExactly("first true");
        catchUp.look(() -> 9);
        catchUp.reached(9);

        assertThat(told).containsExactly("first true", "second true");
    }

    @Test
    void whoAsksWhileTheBrokerIsAskedIsAnsweredByTheNextOne() {
        catchUp.open();
        ask("first");

        catchUp.look(() -> {
            ask("second");
            return 7;
        });
        catchUp.reached(7);

        assertThat(told).containsExactly("first true");
    }

    @Test
    void brokerIsNotAskedForNobody() {
        catchUp.open();

        catchUp.look(() -> {
            throw new AssertionError("asked");
        });
        catchUp.reached(7);

        assertThat(told).isEmpty();
    }

    @Test
    void whoWaitsWhenTheLogIsCutOffIsTold() {
        catchUp.open();
        ask("first");
        catchUp.look(() -> 7);
        ask("second");
        assertThatThrownBy(() -> catchUp.look(() -> {
                    throw new TimeoutException("away");
                }))
                .isInstanceOf(TimeoutException.class);

        catchUp.close();
        ask("third");
        catchUp.reached(9);

        assertThat(told).containsExactlyInAnyOrder("first false", "second false", "third false");
    }

    private void ask(String who) {
        catchUp.ask(known -> told.add(who + " " + known));
    }
}
