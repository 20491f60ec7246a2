package tickertape.tape.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tickertape.tape.stream.Admission.ConditionalResponse;

/// There are never more streams than there may be, and a place that is left is free again.
class AdmissionTest {

    @Test
    void refusesWhenAllPlacesAreTaken() {
        var admission = new Admission(2, 0);

        assertThat(admission.enter("a")).isEqualTo(ConditionalResponse.WELCOME);
        assertThat(admission.enter("a")).isEqualTo(ConditionalResponse.WELCOME);
        assertThat(admission.enter("b")).isEqualTo(ConditionalResponse.FULL);
    }

    @Test
    void placeThatIsLeftIsFreeAgain() {
        var admission = new Admission(1, 1);
        assertThat(admission.enter("a")).isEqualTo(ConditionalResponse.WELCOME);

        admission.leave("a");

        assertThat(admission.enter("b")).isEqualTo(ConditionalResponse.WELCOME);
    }

    @Test
    void oneAddressCannotTakeThePlacesOfOthers() {
        var admission = new Admission(10, 2);
        admission.enter("greedy");
        admission.enter("greedy");

        assertThat(admission.enter("greedy")).isEqualTo(ConditionalResponse.TOO_MANY_FROM_THERE);
        assertThat(admission.enter("modest")).isEqualTo(ConditionalResponse.WELCOME);
    }

    @Test
    void refusalTakesNoPlace() {
        var admission = new Admission(10, 1);
        admission.enter("a");
        for (int i = 0; i < 20; i++) {
            assertThat(admission.enter("a")).isEqualTo(ConditionalResponse.TOO_MANY_FROM_THERE);
        }

        admission.leave("a");

        assertThat(admission.enter("a")).isEqualTo(ConditionalResponse.WELCOME);
        assertThat(admission.enter("b")).isEqualTo(ConditionalResponse.WELCOME);
    }

    @Test
    void crowdAtTheDoorGetsExactlyThePlacesThereAre() {
        var admission = new Admission(100, 60);
        var in = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 1000; i++) {
                String address = "address " + i % 3;
                threads.execute(() -> {
                    if (admission.enter(address) == ConditionalResponse.WELCOME) {
                        in.incrementAndGet();
                    }
                });
            }
        }

        assertThat(in).hasValueLessThanOrEqualTo(100).hasValueGreaterThan(90);
    }
}
