package tickertape.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever the other side does with its connections, a request is answered or ends.
@Timeout(60)
class SingleUseConnectionsTest {

    private static final int SERIES = 300;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch ended = new CountDownLatch(1);
    private ServerSocket server;
    private SingleUseConnections connections;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        connections = new SingleUseConnections(threads, Duration.ofSeconds(30), PublicAuthorities.context());
    }

    @AfterEach
    void stop() throws IOException {
        connections.close();
        server.close();
        threads.shutdownNow();
    }

    // As HTTP/1.1 allows: the answer promises nothing about the connection, and then it is closed.
    private void answerAndClose() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                readHead(socket);
                write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void beginAndWait() {
        try (Socket socket = server.accept()) {
            readHead(socket);
            write(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        } catch (IOException reset) {
            assertThat(reset).hasMessageContaining("reset");
        } finally {
            ended.countDown();
        }
    }

    private static void readHead(Socket socket) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        String line;
        do {
            line = reader.readLine();
        } while (line != null && !line.isEmpty());
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private HttpRequest post() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s/".formatted(server.getLocalPort())))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    @Test
    void noRequestFailsBecauseTheOtherSideCloses() throws Exception {
        threads.execute(this::answerAndClose);

        for (int number = 0; number < SERIES; number++) {
            HttpResponse<String> answer =
                    connections.send(post(), BodyHandlers.ofString()).get();

            assertThat(answer.body()).isEqualTo("ok");
        }
    }

    @Test
    void bodyThatIsClosedEndsItsConnection() throws Exception {
        threads.execute(this::beginAndWait);
        HttpResponse<InputStream> answer =
                connections.send(post(), BodyHandlers.ofInputStream()).get();

        answer.body().close();

        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closingEndsWhatIsUnderWay() throws Exception {
        threads.execute(this::beginAndWait);
        CompletableFuture<HttpResponse<String>> answer = connections.send(post(), BodyHandlers.ofString());
        assertThat(answer).isNotDone();

        connections.close();

        assertThat(answer).failsWithin(Duration.ofSeconds(30)).withThrowableOfType(ExecutionException.class);
    }
}
