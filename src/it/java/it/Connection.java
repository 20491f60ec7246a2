package it;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One request on a socket of its own, so that a test sees how the response ends and can break it off at any point.
public final class Connection implements Closeable {

    private final Socket socket;
    private final InputStream in;
    private final int status;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Connection(Socket socket) throws IOException {
        this.socket = socket;
        in = new BufferedInputStream(socket.getInputStream());
        status = Integer.parseInt(line(in).split(" ", 3)[1]);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] field = line.split(":", 2);
            headers.merge(field[0].strip(), field[1].strip(), "%s, %s"::formatted);
        }
    }

    /// Sends a GET, and waits for the head of the response.
    ///
    /// @param headers names and values in turn
    public static Connection get(URI uri, String... headers) {
        return send("GET", uri, target(uri), headers);
    }

    /// Sends a GET over this socket, and waits for the head of the response.
    ///
    /// @param headers names and values in turn
    public static Connection over(Socket socket, URI uri, String... headers) throws IOException {
        ask(socket, "GET", uri, target(uri), headers);
        return answered(socket);
    }

    /// Waits for the head of the response to what was sent over this socket.
    public static Connection answered(Socket socket) throws IOException {
        return new Connection(socket);
    }

    /// Sends a GET from this address of the machine, such as `127.0.0.2`.
    public static Connection from(String address, URI uri, String... headers) {
        try {
            var socket = new Socket(uri.getHost(), uri.getPort(), InetAddress.getByName(address), 0);
            ask(socket, "GET", uri, target(uri), headers);
            return new Connection(socket);
        } catch (IOException e) {
            throw new UncheckedIOException("%s from %s: %s".formatted(uri, address, e), e);
        }
    }

    /// Sends a request whose target need not be a URI, and waits for the head of the response.
    ///
    /// @param target path and query as they go over the wire
    public static Connection send(String method, URI server, String target, String... headers) {
        try {
            var socket = new Socket(server.getHost(), server.getPort());
            ask(socket, method, server, target, headers);
            return new Connection(socket);
        } catch (IOException e) {
            throw new UncheckedIOException("%s %s: %s".formatted(method, target, e), e);
        }
    }

    /// Sends a request, and resets the connection before a response can have come.
    public static void abandon(URI uri) throws IOException {
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            ask(socket, "GET", uri, target(uri));
            socket.setSoLinger(true, 0);
        }
    }

    public static void ask(Socket socket, String method, URI server, String target, String... headers)
            throws IOException {
        var request = new StringBuilder("%s %s HTTP/1.1\r\n".formatted(method, target));
        if (!List.of(headers).contains("Host")) {
            request.append("Host: %s\r\n".formatted(server.getAuthority()));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.append("%s: %s\r\n".formatted(headers[i], headers[i + 1]));
        }
        socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    public static String target(URI uri) {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    public int status() {
        return status;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// The body of a chunked response; an `EOFException` means that the connection ended before the last chunk.
    public InputStream body() {
        if (!"chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
            throw new IllegalStateException("not a chunked answer: %s %s".formatted(status, headers));
        }
        return new Chunks(in);
    }

    /// The same without its coding, if it has one; waits for its first bytes then.
    public InputStream decoded() throws IOException {
        return header("Content-Encoding").filter("gzip"::equals).isPresent() ? new Unpacked(body()) : body();
    }

    /// All bytes that follow until the server ends the connection.
    public byte[] rest() throws IOException {
        socket.setSoTimeout(60_000);
        return in.readAllBytes();
    }

    /// Closes the connection properly (FIN).
    @Override
    public void close() throws IOException {
        socket.close();
    }

    /// Breaks the connection as a crash does (RST).
    public void cut() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    public static String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the connection ended within a line: " + bytes);
            }
            bytes.write(b);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
