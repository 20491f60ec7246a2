package it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import it.Connection;
import it.Http;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Responses that Liberty sends by itself, bypassing the application's filters.
class UnfilteredIT {

    @ParameterizedTest
    @ValueSource(strings = {"openapi", "openapi/nothing", "openapi/ui/", "api/quotes/%00", "%zz"})
    void whatNoFilterSeesIsTakenForWhatItIsToo(String target) throws IOException {
        try (var answer = Connection.send("GET", GuardedServer.uri(""), "/" + target)) {
            assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
        }
    }

    @Test
    void whoAsksPutsNothingIntoTheLog() {
        for (String query : new String[] {"openapi?format=", "openapi/", "openapi/ui/", "openapi/ui/?url="}) {
            Http.get(GuardedServer.uri(query + "%0aINJECTED%1b%5b31mred"));
        }

        assertThat(GuardedServer.log()).doesNotContain("INJECTED");
    }
}
