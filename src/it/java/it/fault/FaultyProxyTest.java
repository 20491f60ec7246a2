package it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Checks the proxy itself, so that a failure in a test that uses it is not the proxy's fault.
class FaultyProxyTest {

    private static final int LONG_MILLIS = 60_000;

    @AutoClose
    private final ProxiedEcho echo = ProxiedEcho.start();

    private final FaultyProxy proxy = echo.proxy();

    @Test
    void withoutFaultEverythingPasses() throws IOException {
        try (Socket client = client()) {
            say(client, "hello");

            assertThat(hear(client, 5)).isEqualTo("hello");
        }
    }

    @Test
    void cutEndsTheLineSoManyBytesBehindTheText() throws IOException {
        try (Socket client = client()) {
            say(client, "a");
            assertThat(hear(client, 1)).isEqualTo("a");

            proxy.suffer(new Fault.Cut("data: ", 4));
            say(client, "event: x\nda\ndata: 0123456789\n\n");

            assertThat(hear(client, 100)).isEqualTo("event: x\nda\ndata: 0123");
        }
    }

    @Test
    void stallHoldsEverythingAndKeepsTheConnection() throws IOException {
        try (Socket client = client()) {
            say(client, "a");
            assertThat(hear(client, 1)).isEqualTo("a");

            proxy.suffer(new Fault.Stall());
            say(client, "b");

            client.setSoTimeout(100);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            proxy.suffer(new Fault.None());
            client.setSoTimeout(LONG_MILLIS);
            assertThat(hear(client, 1)).isEqualTo("b");
        }
    }

    @Test
    void delayedBytesComeLater() throws IOException {
        proxy.suffer(new Fault.Delay(Duration.ofMillis(300)));

        try (Socket client = client()) {
            long said = System.nanoTime();
            say(client, "late");

            assertThat(hear(client, 4)).isEqualTo("late");
            assertThat(Duration.ofNanos(System.nanoTime() - said)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void faultOfOneLineLeavesTheOthersAlone() throws IOException {
        try (Socket first = client()) {
            say(first, "a");
            assertThat(hear(first, 1)).isEqualTo("a");
            ProxiedConnection line = proxy.lines().getFirst();
            try (Socket second = client()) {
                line.suffer(new Fault.Cut("", 0));
                say(first, "b");
                say(second, "c");

                assertThat(hear(first, 1)).isEmpty();
                assertThat(hear(second, 1)).isEqualTo("c");
            }
        }
    }

    @Test
    void aLineEndsForBothSidesAtOnce() throws IOException {
        try (Socket client = client()) {
            say(client, "a");
            assertThat(hear(client, 1)).isEqualTo("a");
            assertThat(proxy.lines()).hasSize(1);

            proxy.cutAll();

            assertThat(hear(client, 1)).isEmpty();
            assertThat(proxy.lines()).isEmpty();
        }
    }

    private Socket client() throws IOException {
        var client = new Socket(proxy.uri().getHost(), proxy.uri().getPort());
        client.setSoTimeout(LONG_MILLIS);
        return client;
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// This many bytes, or fewer if the connection ends before.
    private static String hear(Socket client, int bytes) throws IOException {
        return new String(client.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    }
}
