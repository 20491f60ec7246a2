package it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import it.LibertyServer;
import it.cluster.Cluster;
import it.cluster.Storm;
import it.fault.Nginx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three servers behind nginx, 300 readers, and five minutes in which one server after the other is killed, stopped and
/// started: readers get everything, once and in order.
class ClusterSoak {

    private static final int READERS = 300;
    private static final Duration LENGTH = Duration.ofMinutes(5);

    @Test
    void readersGetEverythingOnceThroughAllOfIt(@TempDir Path directory) {
        Nginx.orSkip();
        var more = Map.of("STREAM_HEARTBEAT", "PT2S", "STREAM_RETRY", "PT1S");
        try (var cluster = new Cluster(3, more);
                var storm = new Storm(cluster, READERS, directory)) {
            long begun = System.nanoTime();
            List<LibertyServer> servers = cluster.servers();
            var kinds = List.of(Storm.Blow.values());
            int blows = 0;
            while (System.nanoTime() - begun < LENGTH.toNanos()) {
                Storm.Blow blow = kinds.get(blows % kinds.size());
                // Every other one hits the server that leads.
                storm.strike(blows % 2 == 0 ? storm.leader() : servers.get(blows % servers.size()), blow);
                blows++;
            }

            List<String> faults = storm.faults();
            System.out.printf("%s blows in %s: %s%n", blows, LENGTH, storm.inWords());
            assertThat(faults).isEmpty();
        }
    }
}
