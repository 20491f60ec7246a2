package tickertape.tape.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Few rounds are walked on all processors, many on half of them.
class WriterPermitsTest {

    private final WriterPermits turns = new WriterPermits(8);

    @Test
    void aFewTakeOneProcessorEach() {
        turns.among(16);

        turns.take();

        assertThat(turns.free()).isEqualTo(7);
    }

    @Test
    void manyLeaveOneFreeForEachThatTheyTake() {
        turns.among(17);

        turns.take();

        assertThat(turns.free()).isEqualTo(6);
    }

    @Test
    void oneProcessorIsEnoughForATurn() {
        var alone = new WriterPermits(1);
        alone.among(100);

        int taken = alone.take();
        alone.give(taken);

        assertThat(alone.free()).isEqualTo(2);
    }
}
