package it.soak;

import it.LibertyServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Sends random byte strings in every place of a request where a client may put one.
///
/// Every byte is a character of ISO 8859-1, so that a request is a string until it is sent.
public final class Fuzz {

    /// The beginning of a line that only a client can have put into the log.
    public static final String MARK = "INJECTED-BY-A-CLIENT";

    private static final String NASTY = "\0\1\b\t\n\u000b\f\r\u001b\u007f\u0085\u009b\u00c3\u00ff %&=+;,/\\?#:'\"<>.{}";
    private static final int AT_ONCE = 16;
    private static final int PATIENCE_MILLIS = 30_000;

    private final URI server;
    private final Random random;
    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    public Fuzz(LibertyServer server, long seed) {
        this.server = server.uri();
        random = new Random(seed);
    }

    /// Sends this many strings, and waits for all responses.
    public void send(int count) throws InterruptedException {
        var places = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                for (String request : requests(string())) {
                    places.acquire();
                    var _ = threads.submit(() -> {
                        try {
                            send(request);
                        } finally {
                            places.release();
                        }
                    });
                }
            }
        }
    }

    /// How often each status came; `none` for a connection that ended without a response.
    public Map<String, Integer> answers() {
        return new TreeMap<>(answers);
    }

    /// The requests that were wrongly answered with 5xx, in readable form.
    public List<String> failures() {
        return List.copyOf(failures);
    }

    private String string() {
        int length = 1 + random.nextInt(random.nextInt(10) == 0 ? 2000 : 60);
        boolean nasty = random.nextBoolean();
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(nasty ? NASTY.charAt(random.nextInt(NASTY.length())) : (char) random.nextInt(256));
        }
        if (random.nextInt(4) == 0) {
            text.insert(random.nextInt(length), random.nextBoolean() ? "\r\n" + MARK : "\n" + MARK);
        }
        return text.toString();
    }

    private static List<String> requests(String text) {
        String encoded = encoded(text);
        return List.of(
                get("/api/quotes/" + text, ""),
                get("/" + encoded, ""),
                get("/api/quotes/" + encoded, ""),
                get("/api/stream?" + text, ""),
                get("/api/stream?symbol=" + encoded, ""),
                get("/api/stream?topic=" + encoded + "&rate=" + encoded, ""),
                get("/api/stream?lastEventId=" + encoded, ""),
                get("/api/stream", "Last-Event-ID: " + text + "\r\n"),
                get("/api/quotes", "Accept: " + text + "\r\n"),
                get("/api/quotes", "Accept-Language: " + text + "\r\n"),
                get("/api/quotes", "Origin: " + text + "\r\n"),
                get("/api/instruments", text + ": x\r\n"),
                get("/api/quotes", "If-None-Match: " + text + "\r\n"),
                get("/api/quotes?symbol=" + encoded, ""),
                get("/api/instruments?limit=" + encoded + "&offset=" + encoded, ""),
                get("/api/instruments/" + encoded, ""),
                get("/api/contract/schema/" + encoded, ""),
                get("/openapi", "Accept: " + text + "\r\n"),
                get("/openapi?format=" + encoded, ""),
                get("/openapi/ui/" + encoded, ""),
                get("/metrics?scope=" + encoded, ""),
                get("/metrics?name=" + encoded, ""));
    }

    private static String get(String target, String header) {
        return "GET %s HTTP/1.1\r\nHost: localhost\r\n%sConnection: close\r\n\r\n".formatted(target, header);
    }

    private static String encoded(String text) {
        var encoded = new StringBuilder();
        text.chars().forEach(character -> encoded.append(String.format(Locale.ROOT, "%%%02X", character)));
        return encoded.toString();
    }

    private void send(String request) {
        String status;
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            status = status(socket);
        } catch (IOException ended) {
            status = "none";
        }
        answers.merge(status, 1, Integer::sum);
        if (status.startsWith("5") && !(status.equals("505") && broken(request))) {
            failures.add(status + " to " + readable(request));
        }
    }

    // After a space or a line end among the bytes, the rest is not a version of HTTP, and 505 is right.
    private static boolean broken(String request) {
        String target = request.substring("GET ".length(), request.indexOf(" HTTP/1.1\r\nHost: "));
        return target.chars().anyMatch(one -> one == ' ' || one == '\r' || one == '\n');
    }

    private static String status(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        String line = in.readLine();
        return line == null ? "none" : line.split(" ", 3)[1];
    }

    /// The beginning of a text, without control characters.
    static String readable(String raw) {
        var text = new StringBuilder();
        raw.chars()
                .limit(200)
                .forEach(one -> text.append(
                        one < 0x20 || one > 0x7E
                                ? String.format(Locale.ROOT, "\\x%02x", one)
                                : Character.toString((char) one)));
        return text.toString();
    }
}
