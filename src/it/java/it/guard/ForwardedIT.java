package it.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Connection;
import it.EventStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A stream that a trusted proxy requests counts for the client address that the proxy reports.
class ForwardedIT {

    private static final URI STREAM = GuardedServer.uri("api/stream?symbol=AAPL");
    private static final String HEADER = "X-Forwarded-For";

    private final List<EventStream> opened = new ArrayList<>();

    @AfterEach
    void leave() {
        opened.forEach(EventStream::close);
        await().until(() -> GuardedServer.subscribers() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.1", "2001:db8::1"})
    void trustedProxySaysWhoseStreamItIs(String client) {
        for (int i = 0; i < GuardedServer.STREAMS_AN_ADDRESS; i++) {
            assertThat(first(GuardedServer.PROXY, HEADER, client)).isEqualTo("hello");
        }

        assertThat(first(GuardedServer.PROXY, HEADER, client)).isEqualTo("goodbye");
        assertThat(first(GuardedServer.PROXY, HEADER, "203.0.113.2")).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.6:%d", "2001:db8:0:7::%d", "[2001:db8:0:8::1]:%d"})
    void oneClientHasOneShareFromWhateverPortOrAddressOfItsNetworkItComes(String client) {
        for (int i = 1; i <= GuardedServer.STREAMS_AN_ADDRESS; i++) {
            assertThat(first(GuardedServer.PROXY, HEADER, client.replace("%d", "500" + i)))
                    .isEqualTo("hello");
        }

        assertThat(first(GuardedServer.PROXY, HEADER, client.replace("%d", "5009")))
                .isEqualTo("goodbye");
    }

    // The last one is a header of IBM's web servers.
    @ParameterizedTest
    @ValueSource(strings = {HEADER, "Forwarded", "X-Real-IP", "$WSRA"})
    void nobodyElseIsBelieved(String header) {
        for (int i = 0; i < GuardedServer.STREAMS_AN_ADDRESS; i++) {
            assertThat(first("127.0.0.8", header, somebody(header))).isEqualTo("hello");
        }

        assertThat(first("127.0.0.8", header, somebody(header))).isEqualTo("goodbye");
    }

    @Test
    void clientsOfOneConnectionAreToldApart() throws IOException {
        for (int i = 0; i < GuardedServer.STREAMS_AN_ADDRESS; i++) {
            assertThat(first(GuardedServer.PROXY, HEADER, "203.0.113.3")).isEqualTo("hello");
        }

        var address = InetAddress.getByName(GuardedServer.PROXY);
        try (var kept = new Socket(STREAM.getHost(), STREAM.getPort(), address, 0)) {
            byte[] one =
                    Connection.over(kept, STREAM, HEADER, "203.0.113.3").body().readAllBytes();
            byte[] another =
                    Connection.over(kept, STREAM, HEADER, "203.0.113.4").body().readNBytes(60);

            assertThat(new String(one, StandardCharsets.UTF_8)).contains("event: goodbye");
            assertThat(new String(another, StandardCharsets.UTF_8)).contains("event: hello");
        }
    }

    private static String somebody(String header) {
        String address = "203.0.113." + ThreadLocalRandom.current().nextInt(1, 255);
        return header.equals("Forwarded") ? "for=" + address : address;
    }

    private String first(String address, String... headers) {
        EventStream stream = EventStream.from(address, STREAM, headers);
        opened.add(stream);
        return stream.next().name();
    }
}
