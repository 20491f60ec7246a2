package it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
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

    private static final String HOME = "/?symbol=AAPL&sign-in=%s#chart";

    @AutoClose
    private static CompanyServer company;

    @BeforeAll
    static void start() {
        company = CompanyServer.start();
    }

    @Test
    void whoSignsInThereIsSignedInHere() {
        var browser = company.provider().browser();
        assertThat(company.session(browser).getString("provider")).isEqualTo(Provider.LABEL);

        HttpResponse<String> response = browser.get(company.callback(browser, "ann"));

        company.assertEnds(response, HOME.formatted("done"));
        assertThat(response.headers().firstValue("Cache-Control").orElseThrow()).startsWith("no-store");
        assertThat(response.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
        JsonObject session = company.session(browser);
        assertThat(session.getString("name")).startsWith("ann");
        assertThat(session.getString("id")).startsWith("jwt:");
        assertThat(session.getBoolean("atProvider")).isTrue();
        assertThat(browser.has("tickertape-sign-in")).as("the attempt").isFalse();
    }

    @Test
    void whoIsSignedInThereIsAskedForNothingAndIsTheSame() {
        var browser = company.provider().browser();
        String id = company.signIn(browser, "ann").getString("id");
        browser.send("DELETE", company.server().uri("api/session"));
        JsonObject again = company.signIn(browser, "nobody who has a password");

        assertThat(again.getString("id")).isEqualTo(id);
        assertThat(company.signIn(company.provider().browser(), "bob").getString("id"))
                .isNotEqualTo(id);
    }

    @Test
    void nameThatSomebodyHasHereIsNotGivenTwice() {
        Member.signUp(company.server().uri(), "cara");
        String given = company.signIn(company.provider().browser(), "cara").getString("name");

        assertThat(given).isEqualTo("cara 2");
        assertThat(company.signIn(company.provider().browser(), "cara").getString("name"))
                .isEqualTo(given);
        assertThat(new Member(company.server().uri())
                        .post("api/accounts", Member.credentials(given, Member.PASSWORD))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void sessionEndsWhenTheProviderIsToBeAskedAgain() {
        var browser = company.provider().browser();
        company.signIn(browser, "ann");
        JsonObject renewed = Member.json(browser.send("PUT", company.server().uri("api/session")));

        assertThat(Instant.parse(renewed.getString("until")))
                .isAfter(Instant.now())
                .isBefore(Instant.now().plus(CompanyServer.LIMIT).plusSeconds(1));
    }

    @Test
    void accountHasNoPasswordHereAndNoTokens() {
        var browser = company.provider().browser();
        String name = company.signIn(browser, "ann").getString("name");
        assertThat(new Member(company.server().uri())
                        .post("api/session", Member.credentials(name, ProviderPages.passwordOf("ann")))
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> token = browser.post(company.server().uri("api/tokens"), AccessIT.wantedToken("read"));
        assertThat(token.statusCode()).isEqualTo(403);
        assertThat(token.body()).contains("tokens of its issuer");
    }

    @Test
    void signOutEndsTheStreamsAtOnceAndLeadsToTheSignOutThere() {
        var browser = company.provider().browser();
        String cookie = CompanyServer.cookie(browser.get(company.callback(browser, "ann")));
        URI session = company.server().uri("api/session");
        company.assertEndsStream(cookie, () -> browser.send("DELETE", session));
        URI there = Wanderer.location(browser.get(company.server().uri("sign-in/out")));
        assertThat(there.toString()).startsWith(company.provider().issuer() + "/end_session?client_id=tickertape&");
        assertThat(there.getQuery())
                .contains("post_logout_redirect_uri=" + company.server().uri());
    }

    @Test
    void deletedAccountEndsEverywhereAndIsMadeAnewByTheNextSignIn() {
        var browser = company.provider().browser();
        JsonObject before = company.signIn(browser, "bob");
        URI account = company.server().uri("api/account");
        String elsewhere = CompanyServer.cookie(browser.get(company.callback(browser, "bob")));
        company.assertEndsStream(elsewhere, () -> browser.send("DELETE", account));
        Member.signUp(company.server().uri(), before.getString("name"));
        JsonObject after = company.signIn(browser, "bob");
        assertThat(after.getString("id")).isEqualTo(before.getString("id"));
        assertThat(after.getString("name")).as("the name was free").isNotEqualTo(before.getString("name"));
    }

    @Test
    void stateOfAnotherSignInIsNoGood() {
        var browser = company.provider().browser();
        URI callback = company.callback(browser, "ann");
        String state = CompanyServer.value(callback, "state");

        company.assertNobody(
                browser, CompanyServer.changed(callback, "state", "x" + state.substring(1)), "/?sign-in=late");
        company.assertNobody(
                browser, CompanyServer.changed(callback, "state", state.substring(0, 20) + "x"), "/?sign-in=late");
        company.assertNobody(browser, CompanyServer.changed(callback, "state", ""), "/?sign-in=late");
        company.assertNobody(company.provider().browser(), callback, "/?sign-in=late");
    }

    @Test
    void signInIsGoodOnce() {
        var browser = company.provider().browser();
        URI callback = company.callback(browser, "ann");
        browser.get(callback);
        browser.send("DELETE", company.server().uri("api/session"));

        company.assertNobody(browser, callback, "/?sign-in=late");
    }

    @Test
    void tokenWithAnotherNonceIsNoGood() {
        var browser = company.provider().browser();
        URI there = company.begin(browser);

        company.assertNobody(
                browser,
                company.provider().pages().visit(browser, CompanyServer.changed(there, "nonce", "other"), "ann"),
                HOME.formatted("failed"));
    }

    @Test
    void codeIsWorthNothingWithoutItsVerifier() {
        var browser = company.provider().browser();
        URI there = company.begin(browser);
        String other = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

        assertThat(CompanyServer.value(there, "code_challenge_method")).isEqualTo("S256");
        company.assertNobody(
                browser,
                company.provider().pages().visit(browser, CompanyServer.changed(there, "code_challenge", other), "ann"),
                HOME.formatted("failed"));
    }

    @Test
    void codeOfAnotherSignInIsNoGood() {
        var thief = company.provider().browser();
        var browser = company.provider().browser();
        String stolen = CompanyServer.value(company.callback(browser, "ann"), "code");

        company.assertNobody(
                thief, CompanyServer.changed(company.callback(thief, "bob"), "code", stolen), HOME.formatted("failed"));
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, cancelled",
        "login_required, refused",
        "server_error, unavailable",
        "invalid_scope, failed"
    })
    void whatTheProviderRefusesIsTold(String error, String outcome) {
        var browser = company.provider().browser();
        String state = CompanyServer.value(company.begin(browser), "state");

        company.assertNobody(
                browser,
                company.server().uri("sign-in/callback?error=%s&state=%s&error_description=x".formatted(error, state)),
                HOME.formatted(outcome));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https%3A%2F%2Fevil.example%2F", "%2F%2Fevil.example", "%2F%5Cevil.example", "%2Fsign-in"})
    void nobodyIsSentElsewhere(String back) {
        var browser = company.provider().browser();
        URI there = Wanderer.location(browser.get(company.server().uri("sign-in?back=" + back)));

        company.assertEnds(browser.get(company.provider().pages().visit(browser, there, "ann")), "/?sign-in=done");
    }

    @Test
    void behindAProxyWithTlsThereIsTlsAllTheWay() {
        var browser = company.provider().browser();

        HttpResponse<String> response = browser.get(
                company.server().uri("sign-in"), "X-Forwarded-For", "203.0.113.1", "X-Forwarded-Proto", "https");

        assertThat(CompanyServer.value(Wanderer.location(response), "redirect_uri"))
                .startsWith("https://127.0.0.1:");
        assertThat(response.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-tickertape-sign-in-")
                .contains("Secure");
    }

    @Test
    void onlyABrowserThatGoesThereTakesAStep() {
        var browser = company.provider().browser();
        assertThat(browser.send("HEAD", company.server().uri("sign-in")).statusCode())
                .isEqualTo(405);
        assertThat(browser.send("POST", company.server().uri("sign-in")).statusCode())
                .isEqualTo(405);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void providerThatIsAwayIsToldAndNothingSecretIsLogged() {
        var browser = company.provider().browser();
        URI callback = company.callback(browser, "ann");
        company.provider().goAway();

        company.assertNobody(browser, callback, HOME.formatted("unavailable"));
        assertThat(company.server().log())
                .contains("ended as unavailable", "ended as late", "ended as cancelled", "ended as failed")
                .doesNotContain(
                        company.provider().secret(),
                        CompanyServer.value(callback, "code"),
                        CompanyServer.value(callback, "state"),
                        "own password");
    }
}
