package tickertape.identity.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static tickertape.identity.jwt.SignedTokens.claims;
import static tickertape.identity.jwt.SignedTokens.rsa;
import static tickertape.identity.jwt.SignedTokens.sign;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Keys that are fetched over HTTP, from issuers that change them, are away, or are not what they say.
class IssuerKeysTest {

    private static final RSAKey OLD = rsa("old");
    private static final RSAKey NEW = rsa("new");
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, HttpHandler> documents = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void keyThatRotatesIsFound() throws Exception {
        publish(OLD);
        SignatureCheck check = check(PATIENCE, AT_ONCE);
        check.check(token(OLD));

        publish(NEW);

        assertThat(check.check(token(NEW)).getSubject()).isEqualTo("robot-7");
        assertThatExceptionOfType(InvalidTokenException.class)
                .isThrownBy(() -> check.check(token(OLD)))
                .withMessage("the issuer has no such key");
    }

    @Test
    void unknownKeysDoNotHammerTheIssuer() throws Exception {
        publish(OLD);
        SignatureCheck check = check(PATIENCE, Duration.ofMinutes(4));
        String unknown = token(NEW);

        for (int i = 0; i < 100; i++) {
            assertThatExceptionOfType(InvalidTokenException.class)
                    .isThrownBy(() -> check.check(unknown))
                    .withMessage("the issuer has no such key");
        }

        assertThat(requests("/keys")).isEqualTo(2);
        assertThat(check.check(token(OLD)).getSubject()).isEqualTo("robot-7");
    }

    @Test
    void whileTheIssuerIsAwayKnownKeysAreGoodAndOthersUnsure() throws Exception {
        publish(OLD);
        SignatureCheck check = check(PATIENCE, AT_ONCE);
        check.check(token(OLD));

        documents.put("/keys", HttpExchange::close);

        assertUnsure(check, token(NEW));
        assertThat(check.check(token(OLD)).getSubject()).isEqualTo("robot-7");

        publish(NEW);
        assertThat(check.check(token(NEW)).getSubject()).isEqualTo("robot-7");
    }

    @Test
    void whoAsksTooOftenWhileTheIssuerIsAwayIsUnsureToo() {
        SignatureCheck check = check(PATIENCE, Duration.ofMinutes(4));

        for (int i = 0; i < 10; i++) {
            assertUnsure(check, token(OLD));
        }
        assertThat(requests("/keys")).isEqualTo(2);
    }

    @Test
    void nonsenseIsAsGoodAsNoAnswer() throws Exception {
        publish(OLD);
        SignatureCheck check = check(PATIENCE, AT_ONCE);
        check.check(token(OLD));

        for (String nonsense : new String[] {"<html>", "{}", "[]", "{\"keys\":\"none\"}", "", "a".repeat(1 << 20)}) {
            documents.put("/keys", exchange -> respond(exchange, 200, nonsense));
            assertUnsure(check, token(NEW));
            assertThat(check.check(token(OLD)).getSubject()).isEqualTo("robot-7");
        }
    }

    @Test
    void answerThatNeverEndsIsNotWaitedFor() {
        documents.put("/keys", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(end);
        });

        assertUnsure(check(Duration.ofMillis(200), AT_ONCE), token(OLD));
    }

    @Test
    void redirectsAreNotFollowed() {
        documents.put("/elsewhere", keys(OLD));
        documents.put("/keys", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            respond(exchange, 302, "");
        });

        assertUnsure(check(PATIENCE, AT_ONCE), token(OLD));
        assertThat(requests("/elsewhere")).isZero();
    }

    @Test
    void issuerSaysItselfWhereItsKeysAre() throws Exception {
        publish(OLD);
        discovery(root(), root() + "/keys");
        SignatureCheck check = check(new TrustedIssuer(root(), "a", Optional.empty()), PATIENCE, AT_ONCE);

        assertThat(check.check(token(OLD)).getSubject()).isEqualTo("robot-7");
        publish(NEW);
        check.check(token(NEW));
        assertThat(requests("/.well-known/openid-configuration"))
                .as("asked once")
                .isEqualTo(1);
    }

    @Test
    void issuerWhoseKeysHaveMovedIsAskedAgain() throws Exception {
        publish(OLD);
        discovery(root(), root() + "/keys");
        SignatureCheck check = check(new TrustedIssuer(root(), "a", Optional.empty()), PATIENCE, AT_ONCE);
        check.check(token(OLD));

        documents.put("/moved", keys(NEW));
        documents.remove("/keys");
        discovery(root(), root() + "/moved");

        assertUnsure(check, token(NEW));
        assertThat(check.check(token(NEW)).getSubject()).isEqualTo("robot-7");
    }

    @Test
    void discoveryThatLeadsElsewhereIsNotFollowed() {
        publish(OLD);
        SignatureCheck check = check(new TrustedIssuer(root(), "a", Optional.empty()), PATIENCE, AT_ONCE);

        discovery("https://id.example", root() + "/keys");
        assertUnsure(check, token(OLD));
        discovery(root(), "http://keys.example/keys");
        assertUnsure(check, token(OLD));
        discovery(root(), "no url");
        assertUnsure(check, token(OLD));
        assertThat(requests("/keys")).isZero();
    }

    private SignatureCheck check(Duration patience, Duration interval) {
        return check(
                new TrustedIssuer("https://id.example", "a", Optional.of(URI.create(root() + "/keys"))),
                patience,
                interval);
    }

    private SignatureCheck check(TrustedIssuer issuer, Duration patience, Duration interval) {
        var keys = new IssuerKeys(issuer, new DocumentFetcher(threads, patience));
        return new SignatureCheck(keys.cached(interval, threads), keys::isCurrent);
    }

    private static void assertUnsure(SignatureCheck check, String token) {
        assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> check.check(token));
    }

    private static String token(RSAKey key) {
        return sign(JWSAlgorithm.RS256, key, claims().build());
    }

    private String root() {
        return "http://127.0.0.1:%s".formatted(server.getAddress().getPort());
    }

    private void publish(JWK key) {
        documents.put("/keys", keys(key));
    }

    private static HttpHandler keys(JWK key) {
        return exchange ->
                respond(exchange, 200, new JWKSet(key).toPublicJWKSet().toString());
    }

    private void discovery(String issuer, String keys) {
        documents.put(
                "/.well-known/openid-configuration",
                exchange -> respond(exchange, 200, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(issuer, keys)));
    }

    private int requests(String path) {
        return requests.getOrDefault(path, new AtomicInteger()).get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
        documents.getOrDefault(path, unknown -> respond(unknown, 404, "")).handle(exchange);
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
