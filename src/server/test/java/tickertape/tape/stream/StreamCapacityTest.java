package tickertape.tape.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A process admits no more streams than it has room for.
class StreamCapacityTest {

    @ParameterizedTest(name = "{2} of {3} streams with {0} MB and {1} files")
    @CsvSource({
        "128,     100000, 282,   10000",
        "512,     100000, 10000, 10000",
        "4096,    256,    56,    10000",
        "4096,    100,    1,     10000",
        "64,      100000, 1,     10000",
        "128,     100000, 200,   200",
        "1000000, 100000, 99800, 1000000"
    })
    void heapAndFilesBoundTheStreams(long megabytes, long files, int room, int wanted) {
        assertThat(new StreamCapacity(megabytes << 20, files).limit(wanted)).isEqualTo(room);
    }
}
