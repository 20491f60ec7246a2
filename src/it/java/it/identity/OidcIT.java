package it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import it.EventStream;
import it.LibertyServer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// People who sign in at the provider of their company, and those who only pretend to.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OidcIT {

    private static final Duration LIMIT = Duration.ofHours(2);

    private static Provider provider;
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        provider = new Provider();
        server = LibertyServer.start(Map.of(
                "SIMULATOR_INSTRUMENTS",
                "5",
                "IDENTITY_OIDC_ISSUER",
                provider.issuer(),
                "IDENTITY_OIDC_CLIENT",
                Provider.CLIENT,
                "identity_oidc_secret",
                provider.secret(),
                "IDENTITY_OIDC_LABEL",
                Provider.LABEL,
                "IDENTITY_OIDC_SESSION",
                LIMIT.toString(),
                "IDENTITY_ACCOUNTS_ATTEMPTS_PER_MINUTE",
                "6000",
                "TRUSTED_PROXIES",
                "127\\.0\\.0\\.1"));
    }

    @AfterAll
    static void stop() {
        provider.close();
        server.close();
    }

    @Test
    void whoSignsInThereIsSignedInHere() {
        var browser = new Wanderer();
        assertThat(session(browser).getString("provider")).isEqualTo(Provider.LABEL);

        HttpResponse<String> response = browser.get(callback(browser, "ann"));

        assertEnds(response, "/?symbol=AAPL&sign-in=done#chart");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
        JsonObject session = session(browser);
        assertThat(session.getString("name")).startsWith("ann");
        assertThat(session.getString("id")).startsWith("jwt:");
        assertThat(session.getBoolean("atProvider")).isTrue();
        assertThat(browser.has("tickertape-sign-in")).as("the attempt").isFalse();
    }

    @Test
    void whoIsSignedInThereIsAskedForNothingAndIsTheSame() {
        var browser = new Wanderer();
        String id = signIn(browser, "ann").getString("id");
        browser.send("DELETE", server.uri("api/session"));
        assertThat(session(browser).getBoolean("signedIn")).isFalse();

        JsonObject again = signIn(browser, "nobody who has a password");

        assertThat(again.getString("id")).isEqualTo(id);
        assertThat(signIn(new Wanderer(), "bob").getString("id")).isNotEqualTo(id);
    }

    @Test
    void nameThatSomebodyHasHereIsNotGivenTwice() {
        Member.signUp(server.uri(), "cara");

        String given = signIn(new Wanderer(), "cara").getString("name");

        assertThat(given).isEqualTo("cara 2");
        assertThat(signIn(new Wanderer(), "cara").getString("name")).isEqualTo(given);
        assertThat(new Member(server.uri())
                        .post("api/accounts", Member.credentials(given, Member.PASSWORD))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void sessionEndsWhenTheProviderIsToBeAskedAgain() {
        var browser = new Wanderer();
        signIn(browser, "ann");

        JsonObject renewed = Member.json(browser.send("PUT", server.uri("api/session")));

        assertThat(Instant.parse(renewed.getString("until")))
                .isAfter(Instant.now())
                .isBefore(Instant.now().plus(LIMIT).plusSeconds(1));
    }

    @Test
    void accountHasNoPasswordHereAndNoTokens() {
        var browser = new Wanderer();
        String name = signIn(browser, "ann").getString("name");

        assertThat(new Member(server.uri())
                        .post("api/session", Member.credentials(name, ProviderPages.passwordOf("ann")))
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> token = browser.post(server.uri("api/tokens"), AccessIT.wantedToken("read"));
        assertThat(token.statusCode()).isEqualTo(403);
        assertThat(token.body()).contains("tokens of its issuer");
    }

    @Test
    void signOutEndsTheStreamsAtOnceAndLeadsToTheSignOutThere() {
        var browser = new Wanderer();
        HttpResponse<String> arrival = browser.get(callback(browser, "ann"));
        String cookie = arrival.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("tickertape="))
                .map(one -> one.replaceFirst(";.*", ""))
                .findFirst()
                .orElseThrow();
        try (var stream = EventStream.open(server.uri("api/stream"), "Cookie", cookie)) {
            stream.next("hello");

            browser.send("DELETE", server.uri("api/session"));

            assertThat(stream.next("goodbye").json().getString("reason")).isEqualTo("expired");
        }
        URI there = Wanderer.location(browser.get(server.uri("sign-in/out")));
        assertThat(there.toString()).startsWith(provider.issuer() + "/end_session?client_id=tickertape&");
        assertThat(there.getQuery()).contains("post_logout_redirect_uri=" + server.uri());
    }

    @Test
    void stateOfAnotherSignInIsNoGood() {
        var browser = new Wanderer();
        URI callback = callback(browser, "ann");
        String state = value(callback, "state");

        assertNobody(browser, changed(callback, "state", "x" + state.substring(1)), "/?sign-in=late");
        assertNobody(browser, changed(callback, "state", state.substring(0, 20) + "x"), "/?sign-in=late");
        assertNobody(browser, changed(callback, "state", ""), "/?sign-in=late");
        assertNobody(new Wanderer(), callback, "/?sign-in=late");
    }

    @Test
    void signInIsGoodOnce() {
        var browser = new Wanderer();
        URI callback = callback(browser, "ann");
        browser.get(callback);
        browser.send("DELETE", server.uri("api/session"));

        assertNobody(browser, callback, "/?sign-in=late");
    }

    @Test
    void tokenWithAnotherNonceIsNoGood() {
        var browser = new Wanderer();
        URI there = begin(browser);

        assertNobody(
                browser,
                provider.pages().visit(browser, changed(there, "nonce", "other"), "ann"),
                "/?symbol=AAPL&sign-in=failed#chart");
    }

    @Test
    void codeIsWorthNothingWithoutItsVerifier() {
        var browser = new Wanderer();
        URI there = begin(browser);
        String other = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

        assertThat(value(there, "code_challenge_method")).isEqualTo("S256");
        assertNobody(
                browser,
                provider.pages().visit(browser, changed(there, "code_challenge", other), "ann"),
                "/?symbol=AAPL&sign-in=failed#chart");
    }

    @Test
    void codeOfAnotherSignInIsNoGood() {
        var thief = new Wanderer();
        var browser = new Wanderer();
        String stolen = value(callback(browser, "ann"), "code");

        assertNobody(thief, changed(callback(thief, "bob"), "code", stolen), "/?symbol=AAPL&sign-in=failed#chart");
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, cancelled",
        "login_required, refused",
        "server_error, unavailable",
        "invalid_scope, failed"
    })
    void whatTheProviderRefusesIsTold(String error, String outcome) {
        var browser = new Wanderer();
        String state = value(begin(browser), "state");

        assertNobody(
                browser,
                server.uri("sign-in/callback?error=%s&state=%s&error_description=x".formatted(error, state)),
                "/?symbol=AAPL&sign-in=%s#chart".formatted(outcome));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https%3A%2F%2Fevil.example%2F", "%2F%2Fevil.example", "%2F%5Cevil.example", "%2Fsign-in"})
    void nobodyIsSentElsewhere(String back) {
        var browser = new Wanderer();
        URI there = Wanderer.location(browser.get(server.uri("sign-in?back=" + back)));

        assertEnds(browser.get(provider.pages().visit(browser, there, "ann")), "/?sign-in=done");
    }

    @Test
    void behindAProxyWithTlsThereIsTlsAllTheWay() {
        var browser = new Wanderer();

        HttpResponse<String> response =
                browser.get(server.uri("sign-in"), "X-Forwarded-For", "203.0.113.1", "X-Forwarded-Proto", "https");

        assertThat(value(Wanderer.location(response), "redirect_uri")).startsWith("https://127.0.0.1:");
        assertThat(response.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-tickertape-sign-in-")
                .contains("Secure");
    }

    @Test
    void onlyABrowserThatGoesThereTakesAStep() {
        var browser = new Wanderer();

        assertThat(browser.send("HEAD", server.uri("sign-in")).statusCode()).isEqualTo(405);
        assertThat(browser.send("POST", server.uri("sign-in")).statusCode()).isEqualTo(405);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void providerThatIsAwayIsToldAndNothingSecretIsLogged() {
        var browser = new Wanderer();
        URI callback = callback(browser, "ann");

        provider.goAway();

        assertNobody(browser, callback, "/?symbol=AAPL&sign-in=unavailable#chart");
        assertThat(server.log())
                .contains("ended as unavailable", "ended as late", "ended as cancelled", "the ID token is no good")
                .doesNotContain(provider.secret(), value(callback, "code"), value(callback, "state"), "own password");
    }

    /// Where the provider is, for a browser that wants to sign in.
    private static URI begin(Wanderer browser) {
        return Wanderer.location(browser.get(server.uri("sign-in?back=%2F%3Fsymbol%3DAAPL%23chart")));
    }

    /// Signs in there, up to the step that ends the sign-in here.
    private static URI callback(Wanderer browser, String person) {
        return provider.pages().visit(browser, begin(browser), person);
    }

    private static JsonObject signIn(Wanderer browser, String person) {
        assertEnds(browser.get(callback(browser, person)), "/?symbol=AAPL&sign-in=done#chart");
        return session(browser);
    }

    private static JsonObject session(Wanderer browser) {
        return Member.json(browser.get(server.uri("api/session")));
    }

    private static void assertEnds(HttpResponse<String> response, String address) {
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).hasValue(address);
    }

    private static void assertNobody(Wanderer browser, URI callback, String address) {
        HttpResponse<String> response = browser.get(callback);
        assertEnds(response, address);
        assertThat(response.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("tickertape="));
        assertThat(session(browser).getBoolean("signedIn")).isFalse();
    }

    private static String value(URI uri, String name) {
        return uri.getRawQuery()
                .replaceFirst("(?:.*&)?" + name + "=([^&]*).*", "$1")
                .replace("%3A", ":")
                .replace("%2F", "/");
    }

    private static URI changed(URI uri, String name, String value) {
        return URI.create(uri.toString().replaceFirst("([?&])" + name + "=[^&]*", "$1" + name + "=" + value));
    }
}
