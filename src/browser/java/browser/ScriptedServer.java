package browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;

/// The dashboard's files with a stream that sends what the test says, and instruments of the test's choice.
///
/// Safe for the test's thread and the server's own.
final class ScriptedServer implements AutoCloseable {

    /// The session of somebody who may read.
    static final String ANN = """
            {"signedIn":true,"id":"a","name":"ann","rights":[],"scopes":["read"],"until":"2099-01-01T00:00:00Z",\
            "signUp":true,"atProvider":false}""";

    /// The source of the page.
    static final Path PAGE = Path.of("src/server/main/webapp");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CheckedEvents checked = new CheckedEvents();
    // Guards itself and the three after it, and is held while readers are written to: what a test says must not
    // overtake an opening.
    private final List<HttpExchange> readers = new ArrayList<>();
    private final List<String> queries = new ArrayList<>();
    private final SentEvents sent = new SentEvents();
    private String opening;

    private volatile String instruments;
    private volatile int status = 200;
    private volatile boolean held;

    /// @param instruments the JSON of `/api/instruments`
    /// @param opening the events that each stream begins with
    ScriptedServer(String instruments, String opening) {
        this(PAGE, instruments, opening);
    }

    /// @param page the folder of the page's files
    ScriptedServer(Path page, String instruments, String opening) {
        this.instruments = instruments;
        this.opening = checked.of(opening);
        server = onAFreePort();
        server.setExecutor(threads);
        server.createContext("/", files(page));
        server.createContext("/_static/", files(Path.of("target/tickertape-server/charts/META-INF/resources/_static")));
        server.createContext("/api/instruments", exchange -> answer(exchange, 200, this.instruments));
        server.createContext("/api/stream", this::stream);
        serve("/api/features", "application/json", "[]");
        serve("/api/session", "application/json", """
                {"signedIn":false,"rights":[],"scopes":[],"signUp":true,"atProvider":false}""");
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:%s/".formatted(server.getAddress().getPort()));
    }

    /// Adds a resource, or replaces one that was added before.
    void serve(String path, String type, String content) {
        serve(path, exchange -> answer(exchange, 200, type, content));
    }

    /// The same in JSON, with a status.
    void serve(String path, int itsStatus, String json) {
        serve(path, exchange -> answer(exchange, itsStatus, json));
    }

    /// The same, with answers of its own.
    void serve(String path, HttpHandler resource) {
        try {
            server.removeContext(path);
        } catch (IllegalArgumentException unknown) {
            // It is the first one at this path.
        }
        server.createContext(path, resource);
    }

    /// The queries of all streams opened or refused so far.
    List<String> queries() {
        synchronized (readers) {
            return List.copyOf(queries);
        }
    }

    /// Waits for a stream of these topics, among others: the page opens another one for each topic that it learns of,
    /// and what nobody has asked for yet never arrives.
    void awaitStreamOf(String... topics) {
        Awaitility.await()
                .atMost(Chromium.PATIENCE)
                .untilAsserted(() -> assertThat(queries())
                        .anySatisfy(query -> assertThat(topicsOf(query)).contains(topics)));
    }

    private static List<String> topicsOf(String query) {
        return List.of(query.replaceFirst(".*\\btopic=([^&]*).*", "$1").split("%2C", -1));
    }

    /// From the next request on.
    void answerStreamsWith(int newStatus) {
        status = newStatus;
    }

    /// From the next request on.
    void restartWith(String newInstruments, String newOpening) {
        restartUnchecked(newInstruments, checked.of(newOpening));
    }

    /// The same with an opening that none of our servers sends: of an old one, or one with extensions.
    void restartUnchecked(String newInstruments, String newOpening) {
        instruments = newInstruments;
        synchronized (readers) {
            opening = newOpening;
            sent.clear();
        }
    }

    /// To every open stream, and to those that are opened later as far as a real server would: a page may be just about
    /// to open another one.
    void send(String frames) {
        sendAlike(checked.of(frames));
    }

    /// The same of events that are like others which were sent before, but so many that it takes too long to check
    /// them.
    void sendAlike(String frames) {
        synchronized (readers) {
            sent.add(frames);
            writeToAll(frames);
        }
    }

    private void writeToAll(String frames) {
        // A page that has opened another stream has left this one.
        readers.removeIf(reader -> !write(reader, frames));
    }

    /// Checks what is sent, or answered, in another way.
    CheckedEvents checked() {
        return checked;
    }

    /// From the next request on, as something in between does that waits for the end of a stream.
    void holdStreams() {
        held = true;
    }

    /// Lets through what was held back, and all that follows.
    void releaseStreams() {
        synchronized (readers) {
            held = false;
            writeToAll(opening);
        }
    }

    void endStreams() {
        synchronized (readers) {
            readers.forEach(HttpExchange::close);
            readers.clear();
        }
    }

    @Override
    public void close() {
        endStreams();
        server.stop(0);
        threads.shutdownNow();
        checked.assertNoFault();
    }

    private static HttpServer onAFreePort() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpHandler files(Path folder) {
        return SimpleFileServer.createFileHandler(folder.toAbsolutePath());
    }

    static JsonObject parse(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    static void answer(HttpExchange exchange, int status, String json) throws IOException {
        answer(exchange, status, "application/json", json);
    }

    private static void answer(HttpExchange exchange, int status, String type, String content) throws IOException {
        boolean bodiless = exchange.getRequestMethod().equals("HEAD");
        byte[] body = content.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(status, status == 200 ? 0 : -1);
        synchronized (readers) {
            if (status == 200 && write(exchange, held ? "" : opening + sent.since(SentEvents.positionOf(exchange)))) {
                readers.add(exchange);
            }
            queries.add(exchange.getRequestURI().getRawQuery());
        }
    }

    /// Whether the reader is still there.
    static boolean write(HttpExchange exchange, String frames) {
        try {
            exchange.getResponseBody().write(frames.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            return true;
        } catch (IOException left) {
            exchange.close();
            return false;
        }
    }
}
