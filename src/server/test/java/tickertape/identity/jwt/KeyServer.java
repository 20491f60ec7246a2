package tickertape.identity.jwt;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/// An HTTP server with the documents of an issuer, which can be replaced at any time.
final class KeyServer implements AutoCloseable {

    private final Map<String, HttpHandler> documents = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final HttpServer server;

    KeyServer(Executor threads) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    void put(String path, HttpHandler document) {
        documents.put(path, document);
    }

    void remove(String path) {
        documents.remove(path);
    }

    String root() {
        return "http://127.0.0.1:%s".formatted(server.getAddress().getPort());
    }

    void publish(JWK key) {
        documents.put("/keys", keys(key));
    }

    static HttpHandler keys(JWK key) {
        return exchange ->
                respond(exchange, 200, new JWKSet(key).toPublicJWKSet().toString());
    }

    void discovery(String issuer, String keys) {
        documents.put(
                "/.well-known/openid-configuration",
                exchange -> respond(exchange, 200, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(issuer, keys)));
    }

    int requests(String path) {
        return requests.getOrDefault(path, new AtomicInteger()).get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
        documents.getOrDefault(path, unknown -> respond(unknown, 404, "")).handle(exchange);
    }

    static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
