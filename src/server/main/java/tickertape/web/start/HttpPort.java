package tickertape.web.start;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A port of this machine that the server should open. It does so after its applications have started, or failed to.
record HttpPort(int number) {

    private static final Duration TIMEOUT = Duration.ofMillis(250);

    /// Sends a request, and waits for the beginning of the response, if anybody answers.
    void head(String target) {
        send("HEAD", target, TIMEOUT);
    }

    /// Sends a request without a body, and waits so long for the beginning of the response.
    void send(String method, String target, Duration patience) {
        try (Socket socket = connect()) {
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            socket.getOutputStream()
                    .write("%s %s HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n"
                            .formatted(method, target, number)
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream response = socket.getInputStream();
            var _ = response.read();
        } catch (IOException nobody) {
            // Whoever asked sees by itself that no request has come.
        }
    }

    /// Why the server does not answer here.
    String fault() {
        try (var free = new ServerSocket(number)) {
            return "the server has not opened port %s".formatted(free.getLocalPort());
        } catch (IOException taken) {
            return "port %s: %s".formatted(number, taken.getMessage());
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket();
        socket.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), number), Math.toIntExact(TIMEOUT.toMillis()));
        return socket;
    }
}
