package it.commentary;

import static org.assertj.core.api.Assertions.assertThat;

import it.Instruments;
import it.Patience;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Somebody with a token who asks.
record Asker(URI root, String token) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    String[] credential() {
        return new String[] {"Authorization", "Bearer " + token};
    }

    HttpResponse<String> send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(Patience.LONG)
                .headers(credential())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    HttpResponse<String> ask(String symbol, String question, String language) {
        var body = Json.createObjectBuilder().add("question", question).add("language", language);
        return send(
                "POST",
                "api/commentary",
                (symbol.isEmpty() ? body : body.add("symbol", symbol)).build().toString());
    }

    /// The answer so far.
    JsonObject begun(String symbol, String question, String language) {
        HttpResponse<String> response = ask(symbol, question, language);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        JsonObject text = Instruments.object(response.body());
        assertThat(root.resolve("api/commentary")
                        .resolve(response.headers().firstValue("Location").orElseThrow()))
                .isEqualTo(root.resolve("api/commentary/" + text.getString("id")));
        return text;
    }
}
