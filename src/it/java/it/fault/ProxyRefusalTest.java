package it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.Http;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Checks the faults of the proxy that let nothing through.
class ProxyRefusalTest {

    @AutoClose
    private final ProxiedEcho echo = ProxiedEcho.start();

    private final FaultyProxy proxy = echo.proxy();

    @Test
    void answersAreTheProxysOwn() {
        proxy.suffer(Fault.Answer.unavailableFor(Duration.ofSeconds(7)));
        var withTime = Http.get(proxy.uri());
        proxy.suffer(Fault.Answer.unavailable());
        var withoutTime = Http.get(proxy.uri());
        proxy.suffer(Fault.Answer.page());
        var page = Http.get(proxy.uri());

        assertThat(withTime.statusCode()).isEqualTo(503);
        assertThat(withTime.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(withoutTime.statusCode()).isEqualTo(503);
        assertThat(withoutTime.headers().firstValue("Retry-After")).isEmpty();
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html");
    }

    @Test
    void refusalCutsWhatIsThereAndLetsNobodyIn() throws IOException {
        try (Socket client = client()) {
            client.getOutputStream().write('a');
            assertThat(client.getInputStream().read()).isEqualTo('a');

            proxy.suffer(new Fault.Refuse());

            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThatThrownBy(this::client).isInstanceOf(ConnectException.class);
        }
        proxy.suffer(new Fault.None());
        try (Socket client = client()) {
            client.getOutputStream().write('b');
            assertThat(client.getInputStream().read()).isEqualTo('b');
        }
    }

    private Socket client() throws IOException {
        return new Socket(proxy.uri().getHost(), proxy.uri().getPort());
    }
}
