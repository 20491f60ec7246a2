package tickertape.tape.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.tape.metrics.StreamCounter;
import tickertape.testing.Recording;

/// What many threads count adds up to what all clients got.
class DispatcherCountingTest {

    private static final int CLIENTS = 600;
    private static final int QUOTES = 20;

    @AutoClose
    private final Clients clients = new Clients();

    @Test
    void hundredsInShardsAreCountedToTheLast() {
        List<Recording> readers = Stream.generate(clients::greet).limit(CLIENTS).toList();
        awaitEvents(CLIENTS);

        for (int quotes = 1; quotes <= QUOTES; quotes++) {
            clients.publish();
            awaitEvents(CLIENTS * (1L + quotes));
        }

        long bytes =
                readers.stream().mapToLong(reader -> reader.text().length()).sum();
        awaitTotal(StreamCounter.BYTES, bytes);
    }

    @Test
    void clientThatHoldsUpItsShardIsCountedWhenItReadsAgain() {
        var dam = new Dam();
        clients.greet(dam);
        clients.greet();
        awaitEvents(2);
        dam.shut();
        clients.publish();
        patiently().until(dam::holdsUp);

        dam.open();

        awaitEvents(4);
    }

    private void awaitEvents(long number) {
        awaitTotal(StreamCounter.EVENTS, number);
    }

    private void awaitTotal(StreamCounter count, long number) {
        patiently()
                .untilAsserted(() -> assertThat(clients.counters.total(count)).isEqualTo(number));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(1)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
    }
}
