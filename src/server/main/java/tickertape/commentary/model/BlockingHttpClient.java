package tickertape.commentary.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLContext;
import tickertape.web.SingleUseConnections;

/// Waits for an answer on the thread that asks, and reads it there: an interrupt closes the request. Redirects are not
/// followed. Safe for any thread.
final class BlockingHttpClient implements HttpClient, AutoCloseable {

    private static final String EVENTS = "text/event-stream";
    private static final int LONGEST_ERROR = 10_000;
    private static final long LONGEST = 16L << 20;
    private static final int OK = 200;
    private static final int OTHER = 300;

    private final SingleUseConnections connections;
    private final ExecutorService threads;
    private final ErrorMessages messages;

    /// @param timeout for connecting
    /// @param threads platform threads: asking for an address would hold a processor of the virtual ones
    /// @param tls says whom it trusts
    BlockingHttpClient(Duration timeout, ThreadFactory threads, SSLContext tls, ErrorMessages messages) {
        this.threads = Executors.newCachedThreadPool(threads);
        this.messages = messages;
        connections = new SingleUseConnections(this.threads, timeout, tls);
    }

    /// Requests that are not streamed are never made.
    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("only streams are read");
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        // Not `send`, which would ask for the address on the thread that calls it.
        CompletableFuture<HttpResponse<InputStream>> pending =
                connections.send(platforms(request), BodyHandlers.ofInputStream());
        try {
            read(pending.get(), parser, listener);
        } catch (IOException failure) {
            listener.onError(failure);
        } catch (ExecutionException failed) {
            listener.onError(failed.getCause() == null ? failed : failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            listener.onError(stopped);
        } finally {
            pending.cancel(true);
            // An answer may have come just before that.
            var _ = pending.thenAccept(BlockingHttpClient::discard);
        }
    }

    private static java.net.http.HttpRequest platforms(HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), BodyPublishers.ofString(request.body()))
                .header("Accept", EVENTS);
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    private void read(
            HttpResponse<InputStream> response, ServerSentEventParser parser, ServerSentEventListener listener)
            throws IOException {
        try (InputStream body = new BoundedStream(response.body(), LONGEST)) {
            int status = response.statusCode();
            String type = response.headers().firstValue("Content-Type").orElse("");
            if (status < OK || status >= OTHER) {
                listener.onError(new HttpException(status, "status %s: %s".formatted(status, problem(body))));
            } else if (!type.startsWith(EVENTS)) {
                listener.onError(new HttpException(status, "no events, but '%s'".formatted(messages.plain(type))));
            } else {
                listener.onOpen(SuccessfulHttpResponse.builder()
                        .statusCode(status)
                        .headers(response.headers().map())
                        .build());
                parser.parse(body, listener);
                listener.onClose();
            }
        }
    }

    private String problem(InputStream body) {
        try {
            return messages.of(new String(body.readNBytes(LONGEST_ERROR), StandardCharsets.UTF_8));
        } catch (IOException cut) {
            return "cut off, " + cut.getMessage();
        }
    }

    private static void discard(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        connections.close();
        threads.shutdown();
    }
}
