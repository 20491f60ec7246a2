package tickertape.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickertape.testing.FakeTime;

/// The client calls whom it may call, waits only so long, and believes nothing but a status.
class WebhookClientTest {

    private static final Duration TIMEOUT = Duration.ofMillis(600);
    private static final int ENDLESS = 100_000;

    /// Names of this test, and where they lead.
    private static final DnsResolver NAMES = new DnsResolver() {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return switch (host) {
                case "bot.example" -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
                case "private.example" -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.2")};
                case "half.example" ->
                    new InetAddress[] {InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("10.0.0.1")};
                case "nobody.example" -> throw new UnknownHostException(host);
                default -> InetAddress.getAllByName(host);
            };
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    };

    /// What a receiver got.
    private record Request(String path, Function<String, String> header, String body) {}

    private final FakeTime time = new FakeTime();
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LinkedBlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private WebhookClient client;

    @BeforeEach
    void start() throws IOException, NoSuchAlgorithmException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        var limits = new WebhookLimits(
                true, TIMEOUT, TIMEOUT, Duration.ofHours(24), Duration.ZERO, 4, 4, 4, 10, 10, Duration.ofDays(1));
        client = new WebhookClient(
                limits,
                new CheckedResolver(AddressPolicy.allowing(List.of("127.0.0.1")), NAMES),
                SSLContext.getDefault(),
                alarms,
                time);
    }

    @AfterEach
    void stop() throws IOException {
        end.countDown();
        client.close();
        server.stop(0);
        alarms.shutdownNow();
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(new Request(
                path,
                name -> exchange.getRequestHeaders().getFirst(name),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        switch (path) {
            case "/slow" -> await();
            case "/redirect" -> {
                exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port() + "/secret");
                exchange.sendResponseHeaders(307, -1);
            }
            case "/busy" -> {
                exchange.getResponseHeaders().set("Retry-After", "120");
                exchange.sendResponseHeaders(429, -1);
            }
            case "/endless" -> {
                exchange.sendResponseHeaders(200, 0);
                for (int i = 0; i < ENDLESS; i++) {
                    exchange.getResponseBody().write(new byte[1024]);
                }
            }
            case "/headers" -> {
                for (int i = 0; i < 1000; i++) {
                    exchange.getResponseHeaders().add("X-" + i, "x");
                }
                exchange.sendResponseHeaders(200, -1);
            }
            case "/short" -> {
                exchange.sendResponseHeaders(201, 2);
                exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
            }
            default -> exchange.sendResponseHeaders(204, -1);
        }
        exchange.close();
    }

    private void await() throws IOException {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private Answer send(String host, String path) {
        return client.send(new Sender.Message(
                URI.create("http://%s:%s%s".formatted(host, port(), path)),
                "a-1",
                1_614_265_330,
                List.of("v1,one", "v1,two"),
                "{\"x\":\"ü\"}"));
    }

    @Test
    void requestHasTheHeadersOfStandardWebhooks() throws InterruptedException {
        assertThat(send("bot.example", "/alerts?key=1")).isEqualTo(new Answer.Status(204, Duration.ZERO));

        Request request = requests.take();
        assertThat(request.path()).isEqualTo("/alerts");
        assertThat(request.body()).isEqualTo("{\"x\":\"ü\"}");
        assertThat(request.header().apply("webhook-id")).isEqualTo("a-1");
        assertThat(request.header().apply("webhook-timestamp")).isEqualTo("1614265330");
        assertThat(request.header().apply("webhook-signature")).isEqualTo("v1,one v1,two");
        assertThat(request.header().apply("Content-Type")).startsWith("application/json");
        assertThat(request.header().apply("Host")).isEqualTo("bot.example:" + port());
    }

    @ParameterizedTest
    @CsvSource({
        "private.example, the host leads to an address that webhooks do not go to",
        "half.example, the host leads to an address that webhooks do not go to",
        "127.0.0.2, the host leads to an address that webhooks do not go to",
        "[::1], the host leads to an address that webhooks do not go to",
        "2130706434, the host leads to an address that webhooks do not go to",
        "nobody.example, nobody knows the address of the host"
    })
    void whoMayNotBeCalledIsNotConnectedTo(String host, String reason) {
        assertThat(send(host, "/secret")).isEqualTo(new Answer.Failure(reason));
        assertThat(requests).isEmpty();
    }

    @Test
    void redirectIsNotFollowed() {
        Answer answer = send("bot.example", "/redirect");

        assertThat(answer).isEqualTo(new Answer.Status(307, Duration.ZERO));
        assertThat(((Answer.Status) answer).isSuccess()).isFalse();
        assertThat(requests).extracting(Request::path).containsExactly("/redirect");
    }

    @Test
    void whoDoesNotAnswerIsGivenUp() {
        assertThat(send("bot.example", "/slow")).isEqualTo(new Answer.Failure("there was no answer within PT0.6S"));
    }

    @Test
    void endlessBodyIsNotRead() {
        assertThat(send("bot.example", "/endless")).isEqualTo(new Answer.Status(200, Duration.ZERO));
        assertThat(send("bot.example", "/short")).isEqualTo(new Answer.Status(201, Duration.ZERO));
    }

    @Test
    void endlessHeadersAreNotRead() {
        assertThat(send("bot.example", "/headers")).isInstanceOf(Answer.Failure.class);
    }

    @Test
    void retryAfterIsHeard() {
        assertThat(send("bot.example", "/busy")).isEqualTo(new Answer.Status(429, Duration.ofMinutes(2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                "90 | PT1M30S",
                "-1 | PT0S",
                "soon | PT0S",
                "99999999999 | PT0S",
                "Mon, 23 Nov 2026 09:31:00 GMT | PT1M",
                "Mon, 23 Nov 2026 09:29:00 GMT | PT0S"
            })
    void retryAfterIsSecondsOrATime(String text, Duration wait) {
        assertThat(WebhookClient.retryAfter(text, time)).isEqualTo(wait);
    }

    @Test
    void closedPortIsAFailure() throws IOException {
        int free = port();
        server.stop(0);
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.9"), 0), 0);

        assertThat(client.send(new Sender.Message(
                        URI.create("http://bot.example:" + free + "/"), "a-1", 1, List.of("v1,x"), "{}")))
                .isEqualTo(new Answer.Failure("nobody took the connection"));
    }

    @Test
    void withoutTlsThatCanBeTrustedNothingIsSent() {
        Answer answer = client.send(
                new Sender.Message(URI.create("https://bot.example:" + port() + "/"), "a-1", 1, List.of("v1,x"), "{}"));

        assertThat(answer).isInstanceOf(Answer.Failure.class);
        assertThat(requests).isEmpty();
    }
}
