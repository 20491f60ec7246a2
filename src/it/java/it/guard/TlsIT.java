package it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import it.Faults;
import it.LibertyServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The same over HTTPS, with the server's self-signed certificate.
class TlsIT {

    private static final String KEYS = ".*\\.(p12|pfx|jks|key|keys|pem)";
    private static final String PASSWORD = UUID.randomUUID().toString();

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of("SIMULATOR_INSTRUMENTS", "10", "keystore_password", PASSWORD));
    }

    @Test
    void streamComesOverHttp2() throws IOException, GeneralSecurityException, InterruptedException {
        HttpResponse<Stream<String>> answer;
        List<String> lines;
        try (HttpClient client = Trusting.of(server, PASSWORD)) {
            answer = client.send(request("api/stream?topic=quote"), BodyHandlers.ofLines());
            try (Stream<String> body = answer.body()) {
                lines = body.limit(6).toList();
            }
            client.shutdownNow();
        }

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(lines.getFirst()).startsWith("retry: ");
        assertThat(lines).contains("event: hello", "event: quote");
    }

    @Test
    void cookieOfASessionIsForHttpsAndForThisHostOnly()
            throws IOException, GeneralSecurityException, InterruptedException {
        try (HttpClient client = Trusting.of(server, PASSWORD)) {
            HttpResponse<String> signedUp = client.send(
                    HttpRequest.newBuilder(server.secureUri("api/accounts"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"name\":\"ann\",\"password\":\"correct horse battery\"}"))
                            .build(),
                    BodyHandlers.ofString());
            String cookie = signedUp.headers().firstValue("Set-Cookie").orElseThrow();
            String value = cookie.replaceFirst(";.*", "");

            assertThat(signedUp.statusCode()).isEqualTo(201);
            assertThat(cookie)
                    .startsWith("__Host-tickertape=")
                    .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Domain");
            assertThat(session(client, value)).contains("\"signedIn\":true");
            assertThat(session(client, value.replace("__Host-", ""))).contains("\"signedIn\":false");
        }
    }

    private static String session(HttpClient client, String cookie) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.secureUri("api/session"))
                .header("Cookie", cookie)
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void secondStartKeepsTheKeys() throws IOException, GeneralSecurityException, InterruptedException {
        byte[] keys = Files.readAllBytes(server.keyStore());

        server.terminate();
        server.startAgain();

        assertThat(Files.readAllBytes(server.keyStore())).isEqualTo(keys);
        try (HttpClient client = Trusting.of(server, PASSWORD)) {
            assertThat(client.send(request("api/quotes"), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(Faults.in(server.log())).isEmpty();
        assertThat(server.log()).doesNotContain(PASSWORD);
    }

    @Test
    void keysAreNeitherInTheSourcesNorInTheApplication() throws IOException {
        try (var war = new ZipFile(System.getProperty("war"));
                Stream<Path> sources = Files.walk(Path.of(System.getProperty("server.config")))) {
            assertThat(war.stream().map(ZipEntry::getName)).isNotEmpty().noneMatch(name -> name.matches(KEYS));
            assertThat(sources.map(Path::toString)).isNotEmpty().noneMatch(name -> name.matches(KEYS));
        }
    }

    private static HttpRequest request(String path) {
        return HttpRequest.newBuilder(server.secureUri(path)).build();
    }
}
