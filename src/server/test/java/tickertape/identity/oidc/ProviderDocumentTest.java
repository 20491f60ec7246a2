package tickertape.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tickertape.identity.jwt.DocumentFetcher;
import tickertape.testing.FakeTime;

/// What is known of a provider that is away, or is not who it should be.
class ProviderDocumentTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final DocumentFetcher fetcher = new DocumentFetcher(threads, Duration.ofSeconds(30));
    private final ScriptedProvider provider = new ScriptedProvider();
    private final FakeTime time = new FakeTime();
    private final ProviderDocument document = new ProviderDocument(provider.root(), fetcher, time::nanoTime);

    @AfterEach
    void stop() {
        fetcher.close();
        provider.close();
        threads.shutdownNow();
    }

    @Test
    void providerThatIsAwayLetsNobodyWaitAndIsFoundAgain() throws Exception {
        provider.away = true;
        assertThatIOException().isThrownBy(document::metadata);

        provider.away = false;
        assertThatIOException().as("not asked again at once").isThrownBy(document::metadata);
        time.pass(Duration.ofSeconds(4));

        assertThat(document.metadata().token()).hasPath("/token");
        provider.away = true;
        time.pass(Duration.ofMinutes(11));
        assertThat(document.metadata().token()).as("what is known").hasPath("/token");
    }

    @Test
    void providerThatHasChangedIsAskedAgainAfterAWhile() throws Exception {
        document.metadata();
        provider.document.put("token_endpoint", provider.root() + "/moved");
        assertThat(document.metadata().token()).hasPath("/token");

        time.pass(Duration.ofMinutes(11));

        assertThat(document.metadata().token()).hasPath("/moved");
    }

    @Test
    void discoveryThatLeadsElsewhereIsNotFollowed() {
        assertRefused("token_endpoint", "http://id.example/token", "token_endpoint is an https URL");
        assertRefused("token_endpoint", "none", "token_endpoint is an https URL");
        assertRefused("issuer", "https://id.example", "is of another issuer");
    }

    private void assertRefused(String name, String value, String message) {
        provider.document.put(name, value);

        assertThatIOException()
                .isThrownBy(() -> new ProviderDocument(provider.root(), fetcher, time::nanoTime).metadata())
                .withMessageContaining(message);
    }
}
