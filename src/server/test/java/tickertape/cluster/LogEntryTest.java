package tickertape.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What is put into the log is what is read there.
class LogEntryTest {

    @Test
    void entriesComeBackAsTheyWere() {
        for (LogEntry entry : List.of(
                LogEntry.claim(Long.MAX_VALUE, "nöde"),
                LogEntry.batch(7, 8, new byte[] {1, 2, 3}),
                LogEntry.snapshot(9, 1L << 40, new byte[] {4}),
                LogEntry.beat(10),
                LogEntry.resignation(11))) {
            LogEntry read = LogEntry.decoded(entry.encoded());

            assertThat(read).usingRecursiveComparison().isEqualTo(entry);
        }
        assertThat(LogEntry.decoded(LogEntry.claim(1, "nöde").encoded()).node()).isEqualTo("nöde");
    }

    @Test
    void kindOfANewerVersionIsUnknown() {
        byte[] bytes = LogEntry.beat(1).encoded();
        bytes[1] = 99;

        assertThat(LogEntry.decoded(bytes).kind()).isEqualTo(LogEntry.Kind.UNKNOWN);
    }

    @Test
    void otherBytesAreRefused() {
        byte[] bytes = LogEntry.beat(1).encoded();
        bytes[0] = 2;

        assertThatThrownBy(() -> LogEntry.decoded(bytes)).hasMessage("an entry of 18 bytes and version 2");
        assertThatThrownBy(() -> LogEntry.decoded(new byte[0])).hasMessage("an entry of 0 bytes and version none");
    }
}
