package tickertape.commentary.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickertape.commentary.author.Author;
import tickertape.commentary.author.AuthorException;
import tickertape.commentary.author.EndReason;
import tickertape.testing.SelfMadeAuthority;
import tickertape.web.PublicAuthorities;

/// Facts, questions and the key go to a provider only if an authority that is trusted says that it is the one.
class ModelTlsTest {

    private static final byte[] ANSWER = """
            data: {"choices":[{"index":0,"delta":{"content":"Up."}}]}

            data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: [DONE]

            """.getBytes(StandardCharsets.UTF_8);

    private final AtomicInteger requests = new AtomicInteger();
    private final StringBuilder text = new StringBuilder();

    @TempDir
    Path directory;

    @AutoClose("shutdown")
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final HttpsServer server = HttpsServer.create();

    ModelTlsTest() throws IOException {
        server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
    }

    /// @return that of its certificate
    private SelfMadeAuthority serve(String name) throws IOException, GeneralSecurityException {
        var authority = new SelfMadeAuthority(directory, name);
        server.setHttpsConfigurator(new HttpsConfigurator(authority.host()));
        server.start();
        return authority;
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, ANSWER.length);
        exchange.getResponseBody().write(ANSWER);
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void write(SSLContext tls) throws InterruptedException, AuthorException {
        ModelSettings settings = ModelSettingsTest.at(
                "https://127.0.0.1:%s/v1".formatted(server.getAddress().getPort()));
        try (Author author = ModelAuthor.of(settings, Executors.defaultThreadFactory(), tls, System::nanoTime)
                .orElseThrow()) {
            author.write(ModelAuthorTest.assignment("ann"), text::append);
        }
    }

    private void assertRefused(SSLContext tls) {
        assertThatThrownBy(() -> write(tls))
                .asInstanceOf(type(AuthorException.class))
                .satisfies(fault -> assertThat(fault.getMessage()).contains("SSL"))
                .extracting(AuthorException::reason)
                .isEqualTo(EndReason.FAILED);
        assertThat(requests).hasValue(0);
    }

    @Test
    void providerOfATrustedAuthorityIsAsked() throws Exception {
        SelfMadeAuthority authority = serve("ip:127.0.0.1");

        write(authority.trusting());

        assertThat(text).hasToString("Up.");
        assertThat(requests).hasValue(1);
    }

    @Test
    void providerOfAnUnknownAuthorityIsNot() throws Exception {
        serve("ip:127.0.0.1");

        assertRefused(PublicAuthorities.context());
    }

    @Test
    void certificateOfAnotherHostIsNone() throws Exception {
        assertRefused(serve("dns:other.example").trusting());
    }
}
