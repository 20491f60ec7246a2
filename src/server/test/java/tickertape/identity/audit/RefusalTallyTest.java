package tickertape.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;

/// However many refusals there are, they have few entries, and those tell how many there were.
class RefusalTallyTest {

    private final FakeTime time = new FakeTime();
    private final RefusalTally tally = new RefusalTally(time::nanoTime);

    private static RefusalTally.Refusal from(String address) {
        return new RefusalTally.Refusal(AuditAction.ACCESS_REFUSED, address, "");
    }

    @Test
    void ofAFloodTheFirstHasAnEntryAndTheNextMinutesSaysHowManyThereWere() {
        assertThat(tally.count(from("10.0.0.1"))).hasValue(1);
        for (int i = 0; i < 1000; i++) {
            assertThat(tally.count(from("10.0.0.1"))).isEmpty();
        }

        time.pass(Duration.ofMinutes(1));

        assertThat(tally.count(from("10.0.0.1"))).hasValue(1001);
        assertThat(tally.count(from("10.0.0.1"))).isEmpty();
    }

    @Test
    void otherKindsAddressesAndAccountsHaveEntriesOfTheirOwn() {
        tally.count(from("10.0.0.1"));

        assertThat(tally.count(from("10.0.0.2"))).hasValue(1);
        assertThat(tally.count(new RefusalTally.Refusal(AuditAction.TOKEN_REFUSED, "10.0.0.1", "")))
                .hasValue(1);
        assertThat(tally.count(new RefusalTally.Refusal(AuditAction.ACCESS_REFUSED, "10.0.0.1", "ann")))
                .hasValue(1);
    }

    @Test
    void floodFromManyAddressesHasFewEntriesToo() {
        assertThat(IntStream.range(0, 100_000)
                        .filter(i -> tally.count(from("address " + i)).isPresent()))
                .hasSize(RefusalTally.PER_MINUTE);
    }
}
