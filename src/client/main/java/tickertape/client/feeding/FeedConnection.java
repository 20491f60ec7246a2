package tickertape.client.feeding;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The requests of a feeder: one that posts, and short ones that ask what has arrived. Safe for any thread.
///
/// @param feed the address of `api/feed`
/// @param token of the caller, asked for at each request
record FeedConnection(HttpClient client, Jsonb jsonb, URI feed, String source, String session, Supplier<String> token) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    /// Begins to post.
    CompletableFuture<HttpResponse<String>> post(InputStream lines) {
        URI uri = URI.create("%s?source=%s&session=%s".formatted(feed, source, session));
        HttpRequest request = request(uri)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofInputStream(() -> lines))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    /// What the server knows of the source and its session; empty if it knows nothing.
    Optional<SourceState> state() throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                request(feed)
                        .header("Accept", "application/json")
                        .timeout(PATIENCE)
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new IOException("%s answered %s: %s".formatted(feed, response.statusCode(), response.body()));
        }
        try {
            return Stream.of(jsonb.fromJson(response.body(), SourceState[].class))
                    .filter(state ->
                            state.source().equals(source) && state.session().equals(session))
                    .findFirst();
        } catch (JsonbException noJson) {
            throw new IOException("%s answered something else than sources".formatted(feed), noJson);
        }
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token.get());
    }
}
