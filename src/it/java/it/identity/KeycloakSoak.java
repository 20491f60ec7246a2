package it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import it.LibertyServer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The same sign-in at Keycloak, which companies have. Its archive is 177 MB, so it is no test of each build.
class KeycloakSoak {

    @AutoClose
    private static Keycloak keycloak;

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        keycloak = new Keycloak();
        server = LibertyServer.start(Map.of(
                "SIMULATOR_INSTRUMENTS",
                "5",
                "IDENTITY_OIDC_ISSUER",
                keycloak.issuer(),
                "IDENTITY_OIDC_CLIENT",
                Provider.CLIENT,
                "identity_oidc_secret",
                "the secret of tests"));
    }

    @Test
    void whoSignsInThereIsSignedInHereWithTheRightsThatKeycloakSays() throws Exception {
        var browser = new Wanderer(SSLContext.getDefault());

        assertThat(end(browser, callback(browser, "ann"))).isEqualTo("/?sign-in=done");

        JsonObject session = Member.json(browser.get(server.uri("api/session")));
        assertThat(session.getString("name")).isEqualTo("ann");
        assertThat(session.getJsonArray("rights").toString()).contains("\"realtime\"");
        browser.send("DELETE", server.uri("api/session"));
        assertThat(end(browser, callback(browser, "nobody with a password")))
                .as("without a form")
                .isEqualTo("/?sign-in=done");
        URI out = Wanderer.location(browser.get(server.uri("sign-in/out")));
        assertThat(browser.get(out).statusCode()).as("asks whether to sign out").isEqualTo(200);
    }

    @Test
    void codeIsWorthNothingWithoutItsVerifierAndTheTokenNothingWithoutItsNonce() throws Exception {
        var browser = new Wanderer(SSLContext.getDefault());
        String there = begin(browser).toString();
        String other = there.replaceFirst(
                "code_challenge=[^&]*", "code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        assertThat(end(browser, keycloak.pages().visit(browser, URI.create(other), "ann")))
                .isEqualTo("/?sign-in=failed");

        String nonce = begin(browser).toString().replaceFirst("nonce=[^&]*", "nonce=other");
        assertThat(end(browser, keycloak.pages().visit(browser, URI.create(nonce), "ann")))
                .isEqualTo("/?sign-in=failed");
        assertThat(server.log()).contains("invalid_grant");
    }

    private static URI begin(Wanderer browser) {
        return Wanderer.location(browser.get(server.uri("sign-in")));
    }

    private static URI callback(Wanderer browser, String person) {
        return keycloak.pages().visit(browser, begin(browser), person);
    }

    private static String end(Wanderer browser, URI callback) {
        HttpResponse<String> response = browser.get(callback);
        return response.headers().firstValue("Location").orElseThrow(() -> new AssertionError(response.body()));
    }
}
