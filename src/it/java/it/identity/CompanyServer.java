package it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import it.EventStream;
import it.LibertyServer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/// A server whose people sign in at a provider, and that provider.
record CompanyServer(Provider provider, LibertyServer server) implements AutoCloseable {

    /// How long somebody stays signed in.
    static final Duration LIMIT = Duration.ofHours(2);

    static CompanyServer start() {
        var provider = new Provider();
        return new CompanyServer(
                provider,
                LibertyServer.start(Map.of(
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
                        // However busy the machine is.
                        "IDENTITY_OIDC_TIMEOUT",
                        "PT1M",
                        "IDENTITY_ACCOUNTS_ATTEMPTS_PER_MINUTE",
                        "6000",
                        "TRUSTED_PROXIES",
                        "127\\.0\\.0\\.1")));
    }

    /// Where the provider is, for a browser that wants to sign in.
    URI begin(Wanderer browser) {
        return Wanderer.location(browser.get(server.uri("sign-in?back=%2F%3Fsymbol%3DAAPL%23chart")));
    }

    /// Signs in there, up to the step that ends the sign-in here.
    URI callback(Wanderer browser, String person) {
        return provider.pages().visit(browser, begin(browser), person);
    }

    JsonObject signIn(Wanderer browser, String person) {
        assertEnds(browser.get(callback(browser, person)), "/?symbol=AAPL&sign-in=done#chart");
        return session(browser);
    }

    JsonObject session(Wanderer browser) {
        return Member.json(browser.get(server.uri("api/session")));
    }

    void assertEnds(HttpResponse<String> response, String address) {
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).hasValue(address);
    }

    void assertNobody(Wanderer browser, URI callback, String address) {
        HttpResponse<String> response = browser.get(callback);
        assertEnds(response, address);
        assertThat(response.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("tickertape="));
        assertThat(session(browser).getBoolean("signedIn")).isFalse();
    }

    /// The session's cookie that a response sets.
    static String cookie(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("tickertape="))
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .findFirst()
                .orElseThrow();
    }

    /// Whether something ends a session's stream.
    void assertEndsStream(String cookie, Runnable ending) {
        try (var stream = EventStream.open(server.uri("api/stream"), "Cookie", cookie)) {
            stream.next("hello");
            ending.run();
            assertThat(stream.next("goodbye").json().getString("reason")).isEqualTo("expired");
        }
    }

    static String value(URI uri, String name) {
        return uri.getRawQuery()
                .replaceFirst("(?:.*&)?" + name + "=([^&]*).*", "$1")
                .replace("%3A", ":")
                .replace("%2F", "/");
    }

    static URI changed(URI uri, String name, String value) {
        return URI.create(uri.toString().replaceFirst("([?&])" + name + "=[^&]*", "$1" + name + "=" + value));
    }

    @Override
    public void close() {
        provider.close();
        server.close();
    }
}
