package tickertape.tape.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is due at the end of a request runs once, whichever of the two comes first.
class LateCompletionTest {

    private final LateCompletion completion = new LateCompletion();
    private final List<String> run = new ArrayList<>();

    @Test
    void whatIsDueRunsWhenTheRequestIsCompleted() {
        completion.set(() -> run.add("left"));
        assertThat(run).isEmpty();

        completion.run();

        assertThat(run).containsExactly("left");
    }

    @Test
    void whatIsSaidAfterTheEndRunsAtOnce() {
        completion.run();

        completion.set(() -> run.add("left"));

        assertThat(run).containsExactly("left");
    }
}
