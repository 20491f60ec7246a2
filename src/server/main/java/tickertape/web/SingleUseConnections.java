package tickertape.web;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;

/// Asks others by HTTP/1.1, each time on a new connection. On one that it has kept, Java's client can send a request
/// at the very moment at which the other side closes it; nobody may then repeat a POST, so it would fail for no
/// reason. Redirects are not followed. Safe for any thread.
public final class SingleUseConnections implements AutoCloseable {

    private final HttpClient.Builder builder;
    private final Set<HttpClient> open = ConcurrentHashMap.newKeySet();

    /// @param threads that it does its work on
    /// @param timeout for connecting
    /// @param tls says whom it trusts
    public SingleUseConnections(Executor threads, Duration timeout, SSLContext tls) {
        builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads)
                .connectTimeout(timeout)
                .sslContext(tls);
    }

    /// Sends it; the connection is closed when the body has been read, or the result cancelled.
    public <T> CompletableFuture<HttpResponse<T>> send(HttpRequest request, BodyHandler<T> handler) {
        open.removeIf(HttpClient::isTerminated);
        HttpClient client = builder.build();
        open.add(client);
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, handler);
        client.shutdown();
        return answer;
    }

    /// Ends all that is under way.
    @Override
    public void close() {
        open.forEach(HttpClient::shutdownNow);
    }
}
