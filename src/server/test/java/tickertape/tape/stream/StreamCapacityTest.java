package tickertape.tape.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A process admits no more streams than it has room for.
class StreamCapacityTest {

    @ParameterizedTest(name = "{3} of {4} streams with {0} MB, {1} files and {2} clients")
    @CsvSource({
        "128,     100000, 128000, 282,   10000",
        "512,     100000, 128000, 10000, 10000",
        "4096,    256,    128000, 56,    10000",
        "4096,    256,    37,     21,    10000",
        "4096,    100,    128000, 1,     10000",
        "4096,    100,    16,     1,     10000",
        "64,      100000, 128000, 1,     10000",
        "128,     100000, 128000, 200,   200",
        "1000000, 100000, 128000, 99800, 1000000",
        "1000000, 100000, 66533,  66517, 1000000"
    })
    void heapFilesAndConnectionsBoundTheStreams(long megabytes, long files, int clients, int room, int wanted) {
        assertThat(new StreamCapacity(megabytes << 20, files, clients).limit(wanted))
                .isEqualTo(room);
    }
}
