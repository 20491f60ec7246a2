package it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import it.EventStream;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Somebody with an account, in a browser: it keeps the cookie that it gets.
public final class Member {

    static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .localAddress(address())
            .build();
    private final URI server;
    private final Optional<String> token;
    private String cookie = "";

    Member(URI server) {
        this(server, Optional.empty());
    }

    private Member(URI server, Optional<String> token) {
        this.server = server;
        this.token = token;
    }

    /// A service with a token.
    public static Member robot(URI server, String token) {
        return new Member(server, Optional.of(token));
    }

    /// Somebody with a new account.
    public static Member signUp(URI server, String name) {
        var member = new Member(server);
        assertThat(member.post("api/accounts", credentials(name, PASSWORD)).statusCode())
                .isEqualTo(201);
        return member;
    }

    /// A name that nobody else has, nor one that looks like it: of the digits, 0 and 6 may look alike.
    public static String name() {
        return "member %s x%s"
                .formatted(
                        distinct(COUNT.incrementAndGet()),
                        distinct(ProcessHandle.current().pid()));
    }

    private static String distinct(long number) {
        return Long.toString(number, 5).replace('0', '9');
    }

    // Each from an address of its own: the server limits how much one does.
    private static InetAddress address() {
        int host = COUNT.incrementAndGet();
        return InetAddress.ofLiteral("127.7.%s.%s".formatted(host >> 8, host & 0xff));
    }

    static JsonObject credentials(String name, String password) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("password", password)
                .build();
    }

    public HttpResponse<String> post(String path, JsonObject body) {
        return send("POST", path, Optional.of(body));
    }

    public HttpResponse<String> put(String path, JsonObject body) {
        return send("PUT", path, Optional.of(body));
    }

    HttpResponse<String> put(String path) {
        return send("PUT", path, Optional.empty());
    }

    public HttpResponse<String> delete(String path) {
        return send("DELETE", path, Optional.empty());
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, Optional.empty());
    }

    /// Who the server takes it for.
    public JsonObject session() {
        return json(get("api/session"));
    }

    public EventStream stream(String query) {
        return EventStream.open(server.resolve("api/stream?" + query), "Cookie", cookie);
    }

    /// What it proves itself by: a header's name and value, or nothing.
    public String[] credential() {
        if (token.isPresent()) {
            return new String[] {"Authorization", "Bearer " + token.get()};
        }
        return cookie.isEmpty() ? new String[0] : new String[] {"Cookie", cookie};
    }

    /// Somebody else who has got hold of its cookie.
    Member thief() {
        var thief = new Member(server);
        thief.cookie = cookie;
        return thief;
    }

    /// The same at another server of the same database.
    public Member at(URI other) {
        var same = new Member(other, token);
        same.cookie = cookie;
        return same;
    }

    public static JsonObject json(HttpResponse<String> response) {
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }

    /// Sends a request with what it proves itself by.
    ///
    /// @param body none for methods that have none
    /// @param headers names and values in turn
    public HttpResponse<String> send(String method, String path, Optional<JsonObject> body, String... headers) {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body.map(json -> HttpRequest.BodyPublishers.ofString(json.toString()))
                                .orElseGet(HttpRequest.BodyPublishers::noBody));
        body.ifPresent(_ -> request.header("Content-Type", "application/json"));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            keep(response.headers().allValues("Set-Cookie"));
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void keep(List<String> cookies) {
        cookies.forEach(set -> cookie = set.contains("Max-Age=0") ? "" : set.replaceFirst(";.*", ""));
    }
}
