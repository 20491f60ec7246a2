package it.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Connection;
import it.Http;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The measures and the description of the resources, which Liberty gives out past all filters of the application.
class MetricsIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metrics",
                "metrics?scope=nothing",
                "openapi",
                "openapi/nothing",
                "openapi/ui/",
                "api/quotes/%00",
                "%zz"
            })
    void whatNoFilterSeesIsTakenForWhatItIsToo(String target) throws IOException {
        try (var answer = Connection.send("GET", GuardedServer.uri(""), "/" + target)) {
            assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
        }
    }

    @Test
    void whoAsksPutsNothingIntoTheLog() {
        for (String query : new String[] {"scope=", "name=", "scope=base&name=", "scope=vendor&name="}) {
            Http.get(GuardedServer.uri("metrics?" + query + "%0aINJECTED%1b%5b31mred"));
        }

        for (String query : new String[] {"openapi?format=", "openapi/", "openapi/ui/", "openapi/ui/?url="}) {
            Http.get(GuardedServer.uri(query + "%0aINJECTED%1b%5b31mred"));
        }

        assertThat(GuardedServer.log()).doesNotContain("INJECTED");
    }

    @Test
    void whatAClientMakesUpBecomesNoLabel() throws IOException {
        URI about = GuardedServer.uri("api/about");
        for (int i = 0; i < 5; i++) {
            Connection.send("MADEUP" + i, about, about.getPath()).close();
            Http.get(GuardedServer.uri("metrics/madeup" + i));
        }

        assertThat(Http.get(GuardedServer.uri("metrics")).body()).doesNotContainIgnoringCase("madeup");
    }

    @Test
    void theServersOwnMeasuresAreTold() {
        Http.get(GuardedServer.uri("api/about"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Http.get(GuardedServer.uri("metrics")).body())
                                .contains("REST_request_seconds_count{", "memory_usedHeap_bytes{", "threadpool_size{"));
    }
}
