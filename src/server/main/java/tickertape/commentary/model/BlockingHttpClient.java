package tickertape.commentary.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;

/// Sends requests on the thread that asks for them, and reads the answer there: an interrupt closes the request. Safe for
/// any thread.
final class BlockingHttpClient implements HttpClient {

    private static final int ERROR_LENGTH = 1000;
    private static final int OK = 200;
    private static final int OTHER = 300;

    private final java.net.http.HttpClient client;
    private final Duration timeout;

    /// @param timeout for connecting, and until the answer begins
    /// @param threads of the platform's client
    BlockingHttpClient(Duration timeout, Executor threads) {
        this.timeout = timeout;
        client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .executor(threads)
                .build();
    }

    /// Requests that are not streamed are never made.
    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("only streams are read");
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            HttpResponse<InputStream> response = client.send(platforms(request), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() < OK || response.statusCode() >= OTHER) {
                    String problem = new String(body.readNBytes(ERROR_LENGTH), StandardCharsets.UTF_8);
                    listener.onError(new HttpException(response.statusCode(), problem));
                    return;
                }
                listener.onOpen(SuccessfulHttpResponse.builder()
                        .statusCode(response.statusCode())
                        .headers(response.headers().map())
                        .build());
                parser.parse(body, listener);
                listener.onClose();
            }
        } catch (IOException failure) {
            listener.onError(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            listener.onError(stopped);
        }
    }

    private java.net.http.HttpRequest platforms(HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(timeout)
                .method(request.method().name(), BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }
}
