package it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import it.fault.Nginx;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three servers behind the nginx of `src/docs/deploy`: whatever happens to the one that leads, readers get everything,
/// once and in order. The long form is `ClusterSoak`.
class ClusterStormIT {

    private static final int READERS = 12;

    @TempDir
    static Path directory;

    @AutoClose
    private static Cluster cluster;

    @BeforeAll
    static void start() {
        Nginx.orSkip();
        cluster = new Cluster(3, Map.of("STREAM_HEARTBEAT", "PT2S", "STREAM_RETRY", "PT0.5S"));
    }

    @Test
    void readersGetEverythingOnceWhateverHappensToTheServerThatLeads() {
        try (var storm = new Storm(cluster, READERS, directory)) {
            for (Storm.Blow blow : Storm.Blow.values()) {
                storm.strike(storm.leader(), blow);
            }

            assertThat(storm.faults()).isEmpty();
        }
    }
}
