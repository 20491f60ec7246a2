package it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import it.LibertyServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A setting that makes no sense stops the start of the application, which says which and why.
class SettingsIT {

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of("SIMULATOR_INSTRUMENTS", "10"));
        server.undeploy();
    }

    @AfterEach
    void takeAway() {
        server.undeploy();
    }

    @ParameterizedTest
    @CsvSource({
        "cors.origins, *",
        "cors.origins, https://*.example",
        "rest.requests, 0",
        "rest.requests, many",
        "stream.heartbeat, PT0.01S",
        "stream.heartbeat, soon",
        "stream.backlog, 0",
        "stream.retry, PT0S",
        "stream.subscribers, 0",
        "stream.subscribers-per-address, -1",
        "stream.rotation, -PT1S",
        "ticker.interval, PT0.001S",
        "feed.source, crystal-ball",
        "simulator.instruments, 2001",
        "simulator.seed, blue",
        "simulator.pace, frantic"
    })
    void nonsenseStopsTheStart(String setting, String value) {
        String log = server.deployRefused(setting, value);

        assertThat(log.lines().filter(line -> line.contains(setting) && line.contains(value)))
                .as("a line that names the setting and the value, in: %s", log)
                .isNotEmpty();
    }
}
