package tickertape.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickertape.testing.FakeTime;
import tickertape.testing.SelfMadeAuthority;
import tickertape.web.PublicAuthorities;

/// What is told a receiver goes to it only if an authority that is trusted says that it is the one.
class WebhookTlsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Answer REFUSED =
            new Answer.Failure("there was no TLS that can be trusted, such as by a certificate of the host's own");

    private static final DnsResolver HERE = new DnsResolver() {

        @Override
        public InetAddress[] resolve(String host) {
            return new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    };

    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger requests = new AtomicInteger();

    @TempDir
    Path directory;

    private SelfMadeAuthority authority;
    private HttpsServer server;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        authority = new SelfMadeAuthority(directory, "dns:bot.example");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(authority.host()));
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        alarms.shutdownNow();
        threads.shutdownNow();
    }

    private Answer send(String host, SSLContext tls) throws IOException {
        var limits = new WebhookLimits(
                true, LONG, LONG, Duration.ofHours(24), Duration.ZERO, 4, 4, 4, 10, 10, Duration.ofDays(1));
        var resolver = new CheckedResolver(AddressPolicy.allowing(List.of("127.0.0.1")), HERE);
        try (var client = new WebhookClient(limits, resolver, tls, alarms, new FakeTime())) {
            URI place = URI.create(
                    "https://%s:%s/".formatted(host, server.getAddress().getPort()));
            return client.send(new Sender.Message(place, "a-1", 1, List.of("v1,x"), "{}"));
        }
    }

    @Test
    void receiverOfATrustedAuthorityIsTold() throws IOException, GeneralSecurityException {
        assertThat(send("bot.example", authority.trusting())).isEqualTo(new Answer.Status(204, Duration.ZERO));
        assertThat(requests).hasValue(1);
    }

    @Test
    void receiverOfAnUnknownAuthorityIsNot() throws IOException {
        assertThat(send("bot.example", PublicAuthorities.context())).isEqualTo(REFUSED);
        assertThat(requests).hasValue(0);
    }

    @Test
    void certificateOfAnotherHostIsNone() throws IOException, GeneralSecurityException {
        assertThat(send("other.example", authority.trusting())).isEqualTo(REFUSED);
        assertThat(requests).hasValue(0);
    }
}
