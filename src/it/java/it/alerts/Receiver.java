package it.alerts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import it.Instruments;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A service that webhooks call. What it answers, the path says.
public final class Receiver implements AutoCloseable {

    static final Duration BUSY = Duration.ofSeconds(7);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, List<Call>> calls = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);

    /// A request that came.
    public record Call(Instant time, String id, String timestamp, String signature, String body) {

        public JsonObject json() {
            return Instruments.object(body);
        }

        /// Whether the signature is that of Standard Webhooks.
        boolean isSignedBy(String secret) {
            try {
                byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                byte[] signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
                return List.of(signature.split(" "))
                        .contains("v1," + Base64.getEncoder().encodeToString(signed));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// @param address of the loopback network
    public Receiver(String address) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public String uri(String path) {
        return "http://%s:%s/%s".formatted(server.getAddress().getAddress().getHostAddress(), port(), path);
    }

    int port() {
        return server.getAddress().getPort();
    }

    /// What came at a path so far.
    public List<Call> calls(String path) {
        return calls.computeIfAbsent("/" + path, _ -> new CopyOnWriteArrayList<>());
    }

    /// How many came at all.
    int count() {
        return calls.values().stream().mapToInt(List::size).sum();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        List<Call> earlier = calls(path.substring(1));
        int number = earlier.size();
        earlier.add(new Call(
                Instant.now(),
                header(exchange, "webhook-id"),
                header(exchange, "webhook-timestamp"),
                header(exchange, "webhook-signature"),
                body));
        switch (path) {
            case "/flaky" -> exchange.sendResponseHeaders(number < 2 ? 500 : 200, -1);
            case "/down" -> exchange.sendResponseHeaders(number < 1 ? 500 : 204, -1);
            case "/broken" -> exchange.sendResponseHeaders(500, -1);
            case "/gone" -> exchange.sendResponseHeaders(410, -1);
            case "/busy" -> {
                exchange.getResponseHeaders().set("Retry-After", Long.toString(BUSY.toSeconds()));
                exchange.sendResponseHeaders(number < 1 ? 429 : 200, -1);
            }
            case "/redirect" -> {
                exchange.getResponseHeaders()
                        .set("Location", exchange.getRequestURI().getQuery());
                exchange.sendResponseHeaders(308, -1);
            }
            case "/slow" -> await();
            case "/endless" -> {
                exchange.sendResponseHeaders(200, 0);
                while (end.getCount() > 0) {
                    exchange.getResponseBody().write(new byte[1024]);
                }
            }
            default -> exchange.sendResponseHeaders(204, -1);
        }
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getOrDefault(name, List.of("")).getFirst();
    }

    private void await() throws IOException {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
