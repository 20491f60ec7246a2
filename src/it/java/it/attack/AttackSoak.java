package it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import it.LibertyServer;
import it.deploy.DeployedNginx;
import it.fault.Nginx;
import it.soak.LogBytes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever clients do, no tick comes later than one interval, and health answers in a second.
///
/// This needs a quiet machine, because the attackers take their part of it.
class AttackSoak {

    private static final String PASSWORD = UUID.randomUUID().toString();
    private static final Duration TWO_INTERVALS = Duration.ofMillis(500);
    private static final Duration HEALTH = Duration.ofSeconds(1);
    private static final Duration ATTACK = Duration.ofSeconds(15);

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of("SIMULATOR_PACE", "steady", "keystore_password", PASSWORD));
        // So that its code is compiled.
        try (Observer observer = Observer.of(server)) {
            observer.watch(Duration.ofSeconds(30));
        }
    }

    static List<Attack> attacks() {
        return List.of(
                Attack.upgrading(400, "/api/stream"),
                Attack.upgrading(2500, "/api/stream"),
                Attack.upgrading(400, "/api/features"),
                Attack.withoutWindow(60, 100, "/api/quotes"),
                Attack.withoutWindow(20, 20, "/api/quotes"),
                Attack.withoutWindow(30, 100, "/openapi"),
                Attack.withoutWindow(60, 100, "/health/live"),
                Attack.withoutWindow(60, 100, "/health/ready", "/api/quotes", "/openapi", "/api/stream"),
                Attack.pipelined(400, 60, "GET", "/api/quotes"),
                Attack.pipelined(1500, 60, "GET", "/api/quotes"),
                Attack.pipelined(1200, 60, "GET", "/openapi"),
                Attack.pipelined(400, 60, "HEAD", "/api/stream"),
                Attack.pipelined(400, 60, "OPTIONS", "/api/stream"),
                Attack.pipelined(400, 60, "GET", "/api/stream?topic=unknown"),
                Attack.pipelined(400, 400, "GET", "/health/live"),
                Attack.pipelinedBefore(400, 400, "/api/features"),
                Attack.withoutBody(400, "/health/live"),
                Attack.withoutBody(400, "/api/quotes"));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void nobodyElseNotices(Attack attack) {
        watchDuring(() -> attack.begin(server, PASSWORD), attack.name());
    }

    static List<Attack> attacksOnNginx() {
        return List.of(
                Attack.withoutWindow(60, 100, "/api/quotes"),
                Attack.withoutWindow(20, 100, "/api/stream"),
                Attack.withoutWindow(60, 100, "/api/stream", "/api/quotes", "/openapi", "/"),
                Attack.withoutWindow(400, 2, "/api/quotes"));
    }

    /// The nginx of `src/docs/deploy` speaks HTTP/2 to clients: their responses have no window there.
    @ParameterizedTest
    @MethodSource("attacksOnNginx")
    void nobodyElseNoticesBehindNginx(Attack attack, @TempDir Path directory) {
        Nginx.orSkip();
        try (var nginx = DeployedNginx.before(server.uri(), directory)) {
            watchDuring(
                    () -> Attackers.connect(nginx.uri(), Attackers.http2(nginx.trust()), attack),
                    attack + ", behind nginx");
        }
    }

    private static void watchDuring(Supplier<Attackers> attack, String name) {
        try (Observer observer = Observer.of(server)) {
            try (Attackers _ = attack.get()) {
                observer.watch(ATTACK);
            }

            System.out.printf("%s: %s%n", name, observer);
            assertThat(observer.longestSilence()).isLessThanOrEqualTo(TWO_INTERVALS);
            assertThat(observer.slowestHealth()).isLessThanOrEqualTo(HEALTH);
            assertThat(observer.healthy()).as("again and again").isGreaterThan(100);
            assertThat(observer.unhealthy()).isZero();
        }
        assertThat(LogBytes.in(server.directory()).tainted()).isEmpty();
    }
}
