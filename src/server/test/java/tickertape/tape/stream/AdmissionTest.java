package tickertape.tape.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tickertape.tape.stream.Admission.Decision;

/// There are never more streams than allowed, and one that leaves makes room for another.
class AdmissionTest {

    @Test
    void refusesWhenThereAreAsManyAsAllowed() {
        var admission = new Admission(2, 0);

        assertThat(admission.enter("a")).isEqualTo(Decision.ADMITTED);
        assertThat(admission.enter("a")).isEqualTo(Decision.ADMITTED);
        assertThat(admission.enter("b")).isEqualTo(Decision.FULL);
    }

    @Test
    void streamThatLeavesMakesRoom() {
        var admission = new Admission(1, 1);
        assertThat(admission.enter("a")).isEqualTo(Decision.ADMITTED);

        admission.leave("a");

        assertThat(admission.enter("b")).isEqualTo(Decision.ADMITTED);
    }

    @Test
    void oneAddressCannotTakeTheRoomOfOthers() {
        var admission = new Admission(10, 2);
        admission.enter("greedy");
        admission.enter("greedy");

        assertThat(admission.enter("greedy")).isEqualTo(Decision.ADDRESS_FULL);
        assertThat(admission.enter("modest")).isEqualTo(Decision.ADMITTED);
    }

    @Test
    void refusalTakesNoRoom() {
        var admission = new Admission(10, 1);
        admission.enter("a");
        for (int i = 0; i < 20; i++) {
            assertThat(admission.enter("a")).isEqualTo(Decision.ADDRESS_FULL);
        }

        admission.leave("a");

        assertThat(admission.enter("a")).isEqualTo(Decision.ADMITTED);
        assertThat(admission.enter("b")).isEqualTo(Decision.ADMITTED);
    }

    @Test
    void manyAtOnceAreAdmittedUpToTheLimit() {
        var admission = new Admission(100, 60);
        var in = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 1000; i++) {
                String address = "address " + i % 3;
                threads.execute(() -> {
                    if (admission.enter(address) == Decision.ADMITTED) {
                        in.incrementAndGet();
                    }
                });
            }
        }

        assertThat(in).hasValueLessThanOrEqualTo(100).hasValueGreaterThan(90);
    }
}
