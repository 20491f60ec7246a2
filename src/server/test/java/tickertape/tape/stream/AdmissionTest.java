package tickertape.tape.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tickertape.tape.stream.Admission.Decision;

/// There are never more streams than allowed, and one that leaves makes room for another.
class AdmissionTest {

    @Test
    void refusesWhenThereAreAsManyAsAllowed() {
        var admission = new Admission(2, 0, 0);

        assertThat(admission.enter("a", Optional.empty())).isEqualTo(Decision.ADMITTED);
        assertThat(admission.enter("a", Optional.empty())).isEqualTo(Decision.ADMITTED);
        assertThat(admission.enter("b", Optional.empty())).isEqualTo(Decision.FULL);
    }

    @Test
    void streamThatLeavesMakesRoom() {
        var admission = new Admission(1, 1, 0);
        assertThat(admission.enter("a", Optional.empty())).isEqualTo(Decision.ADMITTED);

        admission.leave("a", Optional.empty());

        assertThat(admission.enter("b", Optional.empty())).isEqualTo(Decision.ADMITTED);
    }

    @Test
    void oneAddressCannotTakeTheRoomOfOthers() {
        var admission = new Admission(10, 2, 0);
        admission.enter("greedy", Optional.empty());
        admission.enter("greedy", Optional.empty());

        assertThat(admission.enter("greedy", Optional.empty())).isEqualTo(Decision.ADDRESS_FULL);
        assertThat(admission.enter("modest", Optional.empty())).isEqualTo(Decision.ADMITTED);
    }

    @Test
    void refusalTakesNoRoom() {
        var admission = new Admission(10, 1, 0);
        admission.enter("a", Optional.empty());
        for (int i = 0; i < 20; i++) {
            assertThat(admission.enter("a", Optional.empty())).isEqualTo(Decision.ADDRESS_FULL);
        }

        admission.leave("a", Optional.empty());

        assertThat(admission.enter("a", Optional.empty())).isEqualTo(Decision.ADMITTED);
        assertThat(admission.enter("b", Optional.empty())).isEqualTo(Decision.ADMITTED);
    }

    @Test
    void manyAtOnceAreAdmittedUpToTheLimit() {
        var admission = new Admission(100, 60, 0);
        var in = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 1000; i++) {
                String address = "address " + i % 3;
                threads.execute(() -> {
                    if (admission.enter(address, Optional.empty()) == Decision.ADMITTED) {
                        in.incrementAndGet();
                    }
                });
            }
        }

        assertThat(in).hasValueLessThanOrEqualTo(100).hasValueGreaterThan(90);
    }

    @Test
    void accountMayHaveOnlySoManyWhereverItIs() {
        var admission = new Admission(10, 2, 2);
        Optional<String> ann = Optional.of("ann");

        assertThat(admission.enter("a", ann)).isEqualTo(Decision.ADMITTED);
        assertThat(admission.enter("b", ann)).isEqualTo(Decision.ADMITTED);
        assertThat(admission.enter("c", ann)).isEqualTo(Decision.ACCOUNT_FULL);
        assertThat(admission.enter("a", Optional.of("bob")))
                .as("of another account")
                .isEqualTo(Decision.ADMITTED);
        assertThat(admission.enter("c", Optional.empty())).as("of nobody").isEqualTo(Decision.ADMITTED);

        admission.leave("b", ann);
        assertThat(admission.enter("c", ann)).as("after one has left").isEqualTo(Decision.ADMITTED);
        assertThat(admission.enter("c", Optional.empty()))
                .as("the refused one has left no trace")
                .isEqualTo(Decision.ADDRESS_FULL);
    }
}
