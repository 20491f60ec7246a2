package tickertape.commentary.model;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A provider that answers each request as a test says, byte for byte, on a connection of its own.
final class RawProvider implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Script script;
    private final AtomicInteger open = new AtomicInteger();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    /// What a provider does.
    interface Script {
        void answer(Exchange exchange) throws IOException;
    }

    RawProvider(Script script) {
        this.script = script;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:%s/v1".formatted(server.getLocalPort());
    }

    /// What was asked.
    List<Exchange> exchanges() {
        return exchanges;
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
            var exchange = new Exchange(socket);
            exchanges.add(exchange);
            script.answer(exchange);
        } catch (IOException gone) {
            // The other side may leave at any time.
            return;
        } finally {
            open.decrementAndGet();
        }
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

    /// One request and its answer, in chunks.
    static final class Exchange {

        private final Socket socket;
        private final String head;
        private final String body;

        Exchange(Socket socket) throws IOException {
            this.socket = socket;
            InputStream in = socket.getInputStream();
            var text = new StringBuilder();
            while (text.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new EOFException("no request");
                }
                text.append((char) next);
            }
            head = text.toString();
            Matcher length = LENGTH.matcher(head);
            body = new String(
                    in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0), StandardCharsets.UTF_8);
        }

        String head() {
            return head;
        }

        JsonObject body() {
            try (var reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }

        /// What somebody has said, by the place of the message.
        String message(int number) {
            return body().getJsonArray("messages").getJsonObject(number).getString("content");
        }

        /// All of an answer that is no stream.
        void refuse(int status, String type, String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            raw("HTTP/1.1 %s Said\r\nContent-Type: %s\r\nContent-Length: %s\r\nLocation: /v1\r\n\r\n"
                    .formatted(status, type, bytes.length));
            socket.getOutputStream().write(bytes);
        }

        void begin() throws IOException {
            raw("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
        }

        void say(String... words) throws IOException {
            for (String word : words) {
                send("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"}}]}\n\n".formatted(word));
            }
        }

        /// The last event of an answer, and its end.
        void finish(String reason) throws IOException {
            send("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"%s\"}]}\n\n".formatted(reason));
            send(
                    "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":40,\"completion_tokens\":2,\"total_tokens\":42}}\n\n");
            send("data: [DONE]\n\n");
            end();
        }

        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        void send(byte... bytes) throws IOException {
            raw(Integer.toHexString(bytes.length) + "\r\n");
            socket.getOutputStream().write(bytes);
            raw("\r\n");
        }

        /// A proper end, after whatever was sent.
        void end() throws IOException {
            raw("0\r\n\r\n");
        }

        private void raw(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        /// Says nothing until the other side has gone.
        void awaitEnd() throws IOException {
            try {
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (SocketException gone) {
                return;
            }
        }
    }
}
