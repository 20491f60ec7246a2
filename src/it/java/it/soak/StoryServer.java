package it.soak;

import it.Issuer;
import it.LibertyServer;
import it.extension.SampleWar;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;

/// A server whose author writes long texts in many scripts.
record StoryServer(LibertyServer server) implements AutoCloseable {

    private static final Issuer ISSUER = Issuer.start();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int ACCEPTED = 202;

    /// @param more settings as environment variables
    static StoryServer start(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "IDENTITY_JWT_ISSUER",
                ISSUER.id(),
                "IDENTITY_JWT_AUDIENCE",
                Issuer.AUDIENCE,
                "REST_WRITES_PER_MINUTE",
                "1000000",
                "COMMENTARY_QUESTIONS",
                "10000"));
        settings.putAll(more);
        return new StoryServer(LibertyServer.start(SampleWar.withStoryteller(), settings));
    }

    URI uri(String path) {
        return server.uri(path);
    }

    static String token(String name) {
        return ISSUER.lastingToken(name, "read");
    }

    /// Asks something, so that an answer begins.
    ///
    /// @return its id
    String ask(String token) {
        String body = Json.createObjectBuilder()
                .add("question", "?")
                .add("language", "zh")
                .build()
                .toString();
        var request = HttpRequest.newBuilder(uri("api/commentary"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var response = CLIENT.send(request, BodyHandlers.ofString());
            if (response.statusCode() != ACCEPTED) {
                throw new AssertionError("%s: %s".formatted(response.statusCode(), response.body()));
            }
            return response.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Whether a text is whole, and character for character as its author wrote it.
    static boolean isTrue(String text) {
        int end = text.lastIndexOf('#');
        return end > 0
                && text.substring(end + 1)
                        .equals(Integer.toString(text.substring(0, end).hashCode()));
    }

    @Override
    public void close() {
        server.close();
    }
}
