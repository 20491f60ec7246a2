package tickertape.tape.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A few shards write on all processors, many on half of them.
class WriterPermitsTest {

    private final WriterPermits permits = new WriterPermits(8);

    @Test
    void aFewTakeOneProcessorEach() {
        permits.shareAmong(16);

        permits.acquire();

        assertThat(permits.available()).isEqualTo(7);
    }

    @Test
    void manyLeaveOneFreeForEachThatTheyTake() {
        permits.shareAmong(17);

        permits.acquire();

        assertThat(permits.available()).isEqualTo(6);
    }

    @Test
    void oneProcessorIsEnoughToWrite() {
        var alone = new WriterPermits(1);
        alone.shareAmong(100);

        int acquired = alone.acquire();
        alone.release(acquired);

        assertThat(alone.available()).isEqualTo(2);
    }
}
