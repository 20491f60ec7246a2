package tickertape.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.docs.Deployment.number;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The numbers in the nginx file fit those of the server behind it.
class NginxFileTest {

    private static final String FILE = Deployment.text("nginx.conf");
    private static final Map<String, String> DEFAULTS = Setting.in(Deployment.read(Path.of("src/docs/settings.md")))
            .collect(Collectors.toMap(Setting::key, Setting::initial));

    /// After this many seconds Liberty closes an idle connection (`persistTimeout`).
    private static final long KEPT = 30;

    @Test
    void serverIsTakenForDeadOnlyAfterSeveralHeartbeats() {
        Duration heartbeat = Duration.parse(DEFAULTS.get("stream.heartbeat"));

        assertThat(number(FILE, "proxy_read_timeout")).isGreaterThanOrEqualTo(3 * heartbeat.toSeconds());
    }

    @Test
    void idleConnectionIsGivenUpBeforeTheServerDoes() {
        assertThat(number(FILE, "keepalive_timeout")).isLessThan(KEPT);
        assertThat(Deployment.read(Path.of("liberty/config/server.xml"))).doesNotContain("persistTimeout");
    }

    @Test
    void itsOwnMeasuresAreForItsMachine() {
        assertThat(FILE).containsPattern("listen 127\\.0\\.0\\.1:\\d+;[^}]*stub_status;");
    }

    @Test
    void oneProcessCouldCarryAllStreams() {
        long streams = Long.parseLong(DEFAULTS.get("stream.subscribers"));

        assertThat(number(FILE, "worker_connections")).isGreaterThan(2 * streams);
        assertThat(number(FILE, "worker_rlimit_nofile")).isGreaterThan(number(FILE, "worker_connections"));
    }
}
