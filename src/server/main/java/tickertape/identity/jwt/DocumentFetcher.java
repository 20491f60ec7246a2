package tickertape.identity.jwt;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tickertape.web.PublicAuthorities;
import tickertape.web.SingleUseConnections;

/// Fetches small documents by HTTP, and sends small forms. It waits for the whole of one, and only for so long. Safe
/// for any thread.
public final class DocumentFetcher implements AutoCloseable {

    private static final int OK = 200;
    private static final int LARGEST = 256 * 1024;

    private final SingleUseConnections connections;
    private final Duration patience;

    /// @param threads that it does its work on
    public DocumentFetcher(Executor threads, Duration patience) {
        this.patience = patience;
        connections = new SingleUseConnections(threads, patience, PublicAuthorities.context());
    }

    /// An answer.
    public record Reply(int status, String body) {}

    /// The text of a document; redirects are not followed.
    String fetch(URI uri) throws IOException {
        Reply reply = send(
                HttpRequest.newBuilder(uri).header("Accept", "application/json").build());
        if (reply.status() != OK) {
            throw new IOException("%s answers %s".formatted(uri, reply.status()));
        }
        return reply.body();
    }

    /// Sends a form.
    ///
    /// @param headers names and values in turn
    public Reply post(URI uri, String form, String... headers) throws IOException {
        var request = HttpRequest.newBuilder(uri)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private Reply send(HttpRequest request) throws IOException {
        URI uri = request.uri();
        CompletableFuture<HttpResponse<String>> pending =
                connections.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST));
        try {
            HttpResponse<String> response = pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(response.statusCode(), response.body());
        } catch (TimeoutException late) {
            throw new IOException("%s has not answered within %s".formatted(uri, patience), late);
        } catch (ExecutionException failed) {
            throw new IOException("%s: %s".formatted(uri, failed.getCause()), failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            pending.cancel(true);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
