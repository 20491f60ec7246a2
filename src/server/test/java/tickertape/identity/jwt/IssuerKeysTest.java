package tickertape.identity.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static tickertape.identity.jwt.SignedTokens.claims;
import static tickertape.identity.jwt.SignedTokens.rsa;
import static tickertape.identity.jwt.SignedTokens.sign;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Keys that are fetched over HTTP, from issuers that change them, are away, or are not what they say.
class IssuerKeysTest {

    private static final RSAKey OLD = rsa("old");
    private static final RSAKey NEW = rsa("new");
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final KeyServer server = new KeyServer(threads);

    @AfterEach
    void stop() {
        end.countDown();
        server.close();
        threads.shutdownNow();
    }

    @Test
    void keyThatRotatesIsFound() throws Exception {
        server.publish(OLD);
        SignatureCheck check = check(PATIENCE, AT_ONCE);
        check.check(token(OLD));

        server.publish(NEW);

        assertThat(check.check(token(NEW)).getSubject()).isEqualTo("robot-7");
        assertThatExceptionOfType(InvalidTokenException.class)
                .isThrownBy(() -> check.check(token(OLD)))
                .withMessage("the issuer has no such key");
    }

    @Test
    void unknownKeysDoNotHammerTheIssuer() throws Exception {
        server.publish(OLD);
        SignatureCheck check = check(PATIENCE, Duration.ofMinutes(4));
        String unknown = token(NEW);

        for (int i = 0; i < 100; i++) {
            assertThatExceptionOfType(InvalidTokenException.class)
                    .isThrownBy(() -> check.check(unknown))
                    .withMessage("the issuer has no such key");
        }

        assertThat(server.requests("/keys")).isEqualTo(2);
        assertThat(check.check(token(OLD)).getSubject()).isEqualTo("robot-7");
    }

    @Test
    void whileTheIssuerIsAwayKnownKeysAreGoodAndOthersUnsure() throws Exception {
        server.publish(OLD);
        SignatureCheck check = check(PATIENCE, AT_ONCE);
        check.check(token(OLD));

        server.put("/keys", HttpExchange::close);

        assertUnsure(check, token(NEW));
        assertThat(check.check(token(OLD)).getSubject()).isEqualTo("robot-7");

        server.publish(NEW);
        assertThat(check.check(token(NEW)).getSubject()).isEqualTo("robot-7");
    }

    @Test
    void whoAsksTooOftenWhileTheIssuerIsAwayIsUnsureToo() {
        SignatureCheck check = check(PATIENCE, Duration.ofMinutes(4));

        for (int i = 0; i < 10; i++) {
            assertUnsure(check, token(OLD));
        }
        assertThat(server.requests("/keys")).isEqualTo(2);
    }

    @Test
    void nonsenseIsAsGoodAsNoAnswer() throws Exception {
        server.publish(OLD);
        SignatureCheck check = check(PATIENCE, AT_ONCE);
        check.check(token(OLD));

        for (String nonsense : new String[] {"<html>", "{}", "[]", "{\"keys\":\"none\"}", "", "a".repeat(1 << 20)}) {
            server.put("/keys", exchange -> KeyServer.respond(exchange, 200, nonsense));
            assertUnsure(check, token(NEW));
            assertThat(check.check(token(OLD)).getSubject()).isEqualTo("robot-7");
        }
    }

    @Test
    void answerThatNeverEndsIsNotWaitedFor() {
        server.put("/keys", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(end);
        });

        assertUnsure(check(Duration.ofMillis(200), AT_ONCE), token(OLD));
    }

    @Test
    void redirectsAreNotFollowed() {
        server.put("/elsewhere", KeyServer.keys(OLD));
        server.put("/keys", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            KeyServer.respond(exchange, 302, "");
        });

        assertUnsure(check(PATIENCE, AT_ONCE), token(OLD));
        assertThat(server.requests("/elsewhere")).isZero();
    }

    @Test
    void issuerSaysItselfWhereItsKeysAre() throws Exception {
        server.publish(OLD);
        server.discovery(server.root(), server.root() + "/keys");
        SignatureCheck check = check(new TrustedIssuer(server.root(), "a", Optional.empty()), PATIENCE, AT_ONCE);

        assertThat(check.check(token(OLD)).getSubject()).isEqualTo("robot-7");
        server.publish(NEW);
        check.check(token(NEW));
        assertThat(server.requests("/.well-known/openid-configuration"))
                .as("asked once")
                .isEqualTo(1);
    }

    @Test
    void issuerWhoseKeysHaveMovedIsAskedAgain() throws Exception {
        server.publish(OLD);
        server.discovery(server.root(), server.root() + "/keys");
        SignatureCheck check = check(new TrustedIssuer(server.root(), "a", Optional.empty()), PATIENCE, AT_ONCE);
        check.check(token(OLD));

        server.put("/moved", KeyServer.keys(NEW));
        server.remove("/keys");
        server.discovery(server.root(), server.root() + "/moved");

        assertUnsure(check, token(NEW));
        assertThat(check.check(token(NEW)).getSubject()).isEqualTo("robot-7");
    }

    @Test
    void discoveryThatLeadsElsewhereIsNotFollowed() {
        server.publish(OLD);
        SignatureCheck check = check(new TrustedIssuer(server.root(), "a", Optional.empty()), PATIENCE, AT_ONCE);

        server.discovery("https://id.example", server.root() + "/keys");
        assertUnsure(check, token(OLD));
        server.discovery(server.root(), "http://keys.example/keys");
        assertUnsure(check, token(OLD));
        server.discovery(server.root(), "no url");
        assertUnsure(check, token(OLD));
        assertThat(server.requests("/keys")).isZero();
    }

    private SignatureCheck check(Duration patience, Duration interval) {
        return check(
                new TrustedIssuer("https://id.example", "a", Optional.of(URI.create(server.root() + "/keys"))),
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

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
