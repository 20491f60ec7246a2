package tickertape.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickertape.identity.jwt.DocumentFetcher;
import tickertape.identity.jwt.IdTokens;
import tickertape.identity.jwt.IdTokens.Person;
import tickertape.identity.jwt.JwtSettings;
import tickertape.testing.FakeTime;

/// The way to a provider and back, and providers that answer otherwise.
class ProviderSignInTest {

    private static final String REDIRECT = "https://desk.example/sign-in/callback";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final DocumentFetcher fetcher = new DocumentFetcher(threads, Duration.ofSeconds(30));
    private final ScriptedProvider provider = new ScriptedProvider();
    private final FakeTime time = new FakeTime();
    private final SignInAttempt attempt = SignInAttempt.begin(new SecureRandom(), REDIRECT, ReturnPath.START);

    @AfterEach
    void stop() {
        fetcher.close();
        provider.close();
        threads.shutdownNow();
    }

    @Test
    void visitorIsSentWithStateNonceAndChallenge() throws Exception {
        provider.document.put("authorization_endpoint", provider.root() + "/authorize?tenant=7");

        URI address = signIn().begin(attempt);

        Map<String, String> query = ScriptedProvider.values(address.getRawQuery());
        assertThat(query)
                .containsOnly(
                        Map.entry("tenant", "7"),
                        Map.entry("response_type", "code"),
                        Map.entry("client_id", "tickertape"),
                        Map.entry("redirect_uri", REDIRECT),
                        Map.entry("scope", "openid profile"),
                        Map.entry("state", attempt.state()),
                        Map.entry("nonce", attempt.nonce()),
                        Map.entry("code_challenge", attempt.challenge()),
                        Map.entry("code_challenge_method", "S256"));
        assertThat(address.toString()).doesNotContain(attempt.verifier());
    }

    @Test
    void whoComesBackIsWhomTheProviderSays() throws Exception {
        provider.claims = claims -> claims.claim("roles", List.of("realtime", "Not A Right"));
        ProviderSignIn signIn = signIn();
        provider.visit(signIn.begin(attempt));

        Person person = signIn.finish(attempt, code());

        assertThat(person.subject()).isEqualTo("ann@corp.example");
        assertThat(person.caller().name()).isEqualTo("ann");
        assertThat(person.caller().rights()).containsExactly("realtime");
        assertThat(person.caller().id()).startsWith("jwt:");
        assertThat(provider.form)
                .containsOnly(
                        Map.entry("grant_type", "authorization_code"),
                        Map.entry("code", ScriptedProvider.CODE),
                        Map.entry("redirect_uri", REDIRECT),
                        Map.entry("client_id", "tickertape"),
                        Map.entry("code_verifier", attempt.verifier()));
        assertThat(provider.authorization).as("without a secret").isEqualTo("null");
    }

    @Test
    void verifierFitsTheChallenge() throws Exception {
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(attempt.verifier().getBytes(StandardCharsets.UTF_8));

        assertThat(attempt.verifier()).hasSizeGreaterThanOrEqualTo(43);
        assertThat(Base64.getUrlDecoder().decode(attempt.challenge())).isEqualTo(hash);
    }

    @Test
    void secretIsSentAsTheProviderTakesIt() throws Exception {
        ProviderSignIn basic = signIn(Optional.of("s3cr&t"));
        provider.visit(basic.begin(attempt));
        basic.finish(attempt, code());
        assertThat(new String(Base64.getDecoder().decode(provider.authorization.substring(6)), StandardCharsets.UTF_8))
                .isEqualTo("tickertape:s3cr%26t");
        assertThat(provider.form).doesNotContainKeys("client_secret");

        provider.document.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
        signIn(Optional.of("s3cr&t")).finish(attempt, code());
        assertThat(provider.form).containsEntry("client_secret", "s3cr&t").containsEntry("client_id", "tickertape");
        assertThat(provider.authorization).isEqualTo("null");
    }

    @Test
    void tokenOfAnotherSignInIsNoGood() throws Exception {
        assertFailed(claims -> claims.claim("nonce", "other"), "it is of another sign-in");
        assertFailed(claims -> claims.claim("nonce", null), "it is of another sign-in");
    }

    @Test
    void tokenThatIsNotForThisClientIsNoGood() throws Exception {
        assertFailed(claims -> claims.audience("other"), "it is for another service");
        assertFailed(claims -> claims.claim("azp", "other"), "it was issued to another client");
        assertFailed(
                claims -> claims.audience(List.of("other", ScriptedProvider.CLIENT)),
                "it was issued to another client");
        assertFailed(claims -> claims.issuer("https://evil.example"), "it is of another issuer");
        assertFailed(claims -> claims.subject(null), "it does not say whose it is");
    }

    @Test
    void clocksMayNotDifferMuch() throws Exception {
        Instant now = Instant.now();
        assertFailed(
                claims -> claims.expirationTime(Date.from(now.minusSeconds(60))), "it has expired, or says no end");
        assertFailed(claims -> claims.issueTime(Date.from(now.plusSeconds(300))), "it is not good yet");
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, CANCELLED, the provider says access_denied",
        "login_required, REFUSED, the provider says login_required",
        "server_error, UNAVAILABLE, the provider says server_error",
        "temporarily_unavailable, UNAVAILABLE, the provider says temporarily_unavailable",
        "unauthorized_client, FAILED, the provider says unauthorized_client",
        "<script>, FAILED, the provider says without a known error"
    })
    void errorsOfTheProviderAreToldApart(String error, SignInOutcome outcome, String message) {
        var answer = new ProviderAnswer(attempt.state(), Optional.empty(), Optional.of(error), Optional.empty());

        assertEnds(outcome, message, answer);
    }

    @Test
    void answerOfAnotherIssuerIsNoGood() {
        var other = new ProviderAnswer(
                attempt.state(), Optional.of("c"), Optional.empty(), Optional.of("https://evil.example"));
        assertEnds(SignInOutcome.FAILED, "the answer is of another issuer", other);

        provider.document.put("authorization_response_iss_parameter_supported", true);
        assertEnds(SignInOutcome.FAILED, "the answer is of another issuer", code());
    }

    @Test
    void answerWithoutACodeIsNoGood() {
        var nothing = new ProviderAnswer(attempt.state(), Optional.empty(), Optional.empty(), Optional.empty());

        assertEnds(SignInOutcome.FAILED, "the provider sends no code", nothing);
    }

    @Test
    void refusedCodeIsToldFromAProviderThatIsAway() {
        provider.status = 400;
        provider.body = "{\"error\":\"invalid_grant\",\"error_description\":\"c0de of ann\"}";
        assertEnds(SignInOutcome.FAILED, provider.root() + "/token answers 400, invalid_grant", code());

        provider.status = 200;
        provider.body = "<html>";
        assertEnds(SignInOutcome.FAILED, provider.root() + "/token answers without an ID token", code());

        provider.status = 503;
        assertEnds(SignInOutcome.UNAVAILABLE, provider.root() + "/token answers 503", code());
    }

    @Test
    void visitorSignsOutThereIfTheProviderHasAWay() throws Exception {
        URI home = URI.create("https://desk.example/");
        assertThat(signIn().end(home)).isEmpty();

        provider.document.put("end_session_endpoint", provider.root() + "/end");

        assertThat(signIn().end(home))
                .hasValue(URI.create(provider.root()
                        + "/end?client_id=tickertape&post_logout_redirect_uri=https%3A%2F%2Fdesk.example%2F"));
    }

    private interface Change {
        JWTClaimsSet.Builder of(JWTClaimsSet.Builder claims);
    }

    private void assertFailed(Change change, String reason) throws SignInException {
        provider.claims = change::of;
        ProviderSignIn signIn = signIn();
        provider.visit(signIn.begin(attempt));

        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> signIn.finish(attempt, code()))
                .withMessage("the ID token is no good: " + reason)
                .matches(failure -> failure.outcome() == SignInOutcome.FAILED);
    }

    private void assertEnds(SignInOutcome outcome, String message, ProviderAnswer answer) {
        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> signIn().finish(attempt, answer))
                .withMessage(message)
                .matches(failure -> failure.outcome() == outcome, outcome.text());
    }

    private ProviderAnswer code() {
        return new ProviderAnswer(
                attempt.state(), Optional.of(ScriptedProvider.CODE), Optional.empty(), Optional.empty());
    }

    private ProviderSignIn signIn() {
        return signIn(Optional.empty());
    }

    private ProviderSignIn signIn(Optional<String> secret) {
        var client = new OidcClient(
                provider.root(), ScriptedProvider.CLIENT, secret, "Acme", "openid profile", Optional.empty());
        return new ProviderSignIn(
                client,
                new ProviderDocument(client.issuer(), fetcher, time::nanoTime),
                new CodeExchange(client, fetcher),
                new IdTokens(
                        client.issuer(), client.id(), new JwtSettings(), fetcher, threads, InstantSource.system()));
    }
}
