package it.commentary;

import it.Instruments;
import it.Issuer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A provider of language models whose answers depend on a word in what it is asked.
final class ModelProvider implements AutoCloseable {

    /// What it says to most questions.
    static final String WORDS = "Apple is up. 苹果上涨 😀.";

    private static final String STREAM =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
    private static final Map<String, Script> SCRIPTS = Map.of(
            "endless", ModelProvider::sayWithoutEnd,
            "silent", ModelProvider::sayNothing,
            "limited", (request, out) -> refuse(out, 429, "slow down"),
            "denied", (request, out) -> refuse(out, 401, "wrong key: " + request.head()),
            "broken",
                    (request, out) ->
                            out.write((STREAM + word("App") + "data: {\"cho").getBytes(StandardCharsets.UTF_8)));

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();

    /// What it does with a request.
    private interface Script {
        void answer(Request request, OutputStream out) throws IOException;
    }

    /// What it was asked.
    ///
    /// @param rest what comes on the connection after that
    record Request(String head, String body, InputStream rest) {

        static Request read(InputStream in) throws IOException {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new EOFException("no request");
                }
                head.append((char) next);
            }
            Matcher length = LENGTH.matcher(head);
            int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
            return new Request(head.toString(), new String(in.readNBytes(bytes), StandardCharsets.UTF_8), in);
        }

        JsonObject json() {
            return Instruments.object(body);
        }

        /// Returns when the other side has gone.
        void awaitEnd() throws IOException {
            try {
                rest.transferTo(OutputStream.nullOutputStream());
            } catch (SocketException gone) {
                return;
            }
        }
    }

    ModelProvider() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /// The settings of a server that asks a provider.
    static Map<String, String> settings(String url, Issuer issuer) {
        var settings = new HashMap<String, String>();
        settings.put("SIMULATOR_INSTRUMENTS", "20");
        settings.put("COMMENTARY_MODEL_URL", url);
        settings.put("COMMENTARY_MODEL_NAME", "small:1b");
        settings.put("COMMENTARY_QUESTIONS", "1000");
        settings.put("REST_WRITES_PER_MINUTE", "1000");
        settings.put("IDENTITY_JWT_ISSUER", issuer.id());
        settings.put("IDENTITY_JWT_AUDIENCE", Issuer.AUDIENCE);
        return settings;
    }

    String url() {
        return "http://127.0.0.1:%s/v1".formatted(server.getLocalPort());
    }

    /// Those that have this word in what they say.
    List<Request> requests(String word) {
        return requests.stream()
                .filter(request -> request.body().contains(word))
                .toList();
    }

    /// How many requests have not ended.
    int open() {
        return open.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        open.incrementAndGet();
        try (socket) {
            Request request = Request.read(socket.getInputStream());
            requests.add(request);
            SCRIPTS.entrySet().stream()
                    .filter(script -> request.body().contains(script.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(ModelProvider::sayAll)
                    .answer(request, socket.getOutputStream());
        } catch (IOException gone) {
            // The other side may leave at any time.
            return;
        } finally {
            open.decrementAndGet();
        }
    }

    private static void sayAll(Request request, OutputStream out) throws IOException {
        var answer = new StringBuilder(STREAM);
        for (String part : WORDS.split("(?<= )", -1)) {
            answer.append(word(part));
        }
        answer.append(
                "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n");
        out.write(answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void sayWithoutEnd(Request request, OutputStream out) throws IOException {
        out.write((STREAM + word("On ") + word("and ") + word("on")).getBytes(StandardCharsets.UTF_8));
        request.awaitEnd();
    }

    private static void sayNothing(Request request, OutputStream out) throws IOException {
        out.write(STREAM.getBytes(StandardCharsets.UTF_8));
        request.awaitEnd();
    }

    private static String word(String text) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"}}]}\n\n".formatted(text);
    }

    private static void refuse(OutputStream out, int status, String message) throws IOException {
        String body = Json.createObjectBuilder()
                .add("error", Json.createObjectBuilder().add("message", message))
                .build()
                .toString();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        out.write("HTTP/1.1 %s No\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n"
                .formatted(status, bytes.length)
                .getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
