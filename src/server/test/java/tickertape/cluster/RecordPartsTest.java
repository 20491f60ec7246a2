package tickertape.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Entries of any size go into records that brokers take, and come out whole.
class RecordPartsTest {

    private final RecordParts parts = new RecordParts();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, RecordParts.LONGEST, RecordParts.LONGEST + 1, 3 * RecordParts.LONGEST + 7})
    void partsMakeTheSameEntry(int length) {
        byte[] entry = bytes(length);

        List<byte[]> records = RecordParts.of(entry);

        assertThat(records).allSatisfy(record -> assertThat(record.length).isLessThan(1_000_000));
        for (byte[] record : records.subList(0, records.size() - 1)) {
            assertThat(parts.add(record)).isEmpty();
            assertThat(parts.isEmpty()).isFalse();
        }
        assertThat(parts.add(records.getLast())).contains(entry);
        assertThat(parts.isEmpty()).isTrue();
    }

    @Test
    void partWithoutThoseBeforeItIsLeftOut() {
        List<byte[]> records = RecordParts.of(bytes(2 * RecordParts.LONGEST));

        assertThat(parts.add(records.getLast())).isEmpty();
        assertThat(parts.isEmpty()).isTrue();
    }

    @Test
    void entryThatIsBrokenOffMakesRoomForTheNext() {
        byte[] next = bytes(5);

        parts.add(RecordParts.of(bytes(2 * RecordParts.LONGEST)).getFirst());

        assertThat(parts.add(RecordParts.of(next).getFirst())).contains(next);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
