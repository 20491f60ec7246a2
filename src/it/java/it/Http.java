package it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Plain requests, for everything except the stream.
public final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Duration PATIENCE = Patience.LONG.dividedBy(2);

    private Http() {}

    public static HttpResponse<String> get(URI uri, String... headers) {
        return send("GET", uri, headers);
    }

    /// Sends a request without a body.
    ///
    /// @param headers names and values in turn
    public static HttpResponse<String> send(String method, URI uri, String... headers) {
        var request = HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody());
        request.timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("%s %s: %s".formatted(method, uri, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Whether a GET is answered with this status; false also while there is no server.
    public static boolean answers(int status, URI uri) {
        try {
            return get(uri).statusCode() == status;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
