package tickertape.feeding.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.store.WriteQueues;

/// Offsets outlive the server, each topic's for itself.
class OffsetStoreTest {

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nextStartFindsTheNewestOffsetsOfItsTopic(Dialect dialect) throws SQLException, InterruptedException {
        try (var test = TestDatabase.of(dialect, "feeding")) {
            try (WriteQueues queues = test.newQueues()) {
                var store = new OffsetStore("prices", test.database(), queues);
                assertThat(store.read()).isEmpty();
                store.put(Map.of(0, 7L, 1, 0L));
                store.put(Map.of(0, 9_000_000_000L, 1, 0L));
            }

            try (WriteQueues queues = test.newQueues()) {
                assertThat(new OffsetStore("prices", test.database(), queues).read())
                        .isEqualTo(Map.of(0, 9_000_000_000L, 1, 0L));
            }
            try (WriteQueues queues = test.newQueues()) {
                assertThat(new OffsetStore("other", test.database(), queues).read())
                        .isEmpty();
            }
        }
    }
}
